import { toNumbers } from '@vitest-hardware/onnx-graph'
import { expect, test } from 'vitest'
import { ids, runBlock } from '../testing/run-model.ts'
import { imageSpanMask } from './image-span-mask.ts'

test('an image sees itself both ways, text only backwards, nobody padding, and two images are apart', async () => {
  const inputs = {
    attentionMask: ids([1, 7], [1, 1, 1, 1, 1, 1, 0]),
    tokenTypes: ids([1, 7], [0, 1, 1, 0, 1, 1, 0]),
  }
  const mask = await runBlock(inputs, 4, (context, { attentionMask, tokenTypes }) =>
    imageSpanMask(context, { queries: tokenTypes!, attentionMask: attentionMask!, tokenTypes: tokenTypes! }),
  )
  const rows = Array.from({ length: 7 }, (_, row) =>
    Array.from(toNumbers(mask).slice(7 * row, 7 * row + 7), (value) => (value < 0 ? '.' : 'x')).join(''),
  )
  expect(rows).toEqual(['x......', 'xxx....', 'xxx....', 'xxxx...', 'xxxxxx.', 'xxxxxx.', 'xxxxxx.'])
})
