import { expect, test } from 'vitest'
import { withTokenizerIds } from './special-ids.ts'

const byteLevel = { kind: 'text', tokenizer: 'RobertaTokenizer' } as const

test('ids of special tokens are those of the tokenizer', () => {
  const config = {
    model_type: 'x',
    architectures: ['X'],
    pad_token_id: 50_256,
    bos_token_id: 50_256,
    eos_token_id: 50_256,
    decoder_start_token_id: 2,
  }
  expect(withTokenizerIds({ config, preprocessor: byteLevel })).toEqual({
    model_type: 'x',
    architectures: ['X'],
    bos_token_id: 0,
    pad_token_id: 1,
    eos_token_id: 2,
    decoder_start_token_id: 2,
  })
})

test('a config keeps the fields that it has: none is added, null stays', () => {
  const config = { model_type: 'x', architectures: ['X'], pad_token_id: null }
  expect(withTokenizerIds({ config, preprocessor: byteLevel })).toEqual(config)
  expect(withTokenizerIds({ config, preprocessor: { kind: 'none' } })).toEqual(config)
})
