import type { Tensor } from '@vitest-hardware/onnx-graph'
import { expect, test } from 'vitest'
import { compareOutputs } from './compare-outputs.ts'
import { mismatchMessage } from './mismatch-message.ts'

const tensor = (dims: number[], values: number[]): Tensor => ({ type: 'float32', dims, data: Float32Array.from(values) })

test('says which output, how many elements, how far and where', () => {
  const expected = { logits: tensor([1, 2, 3], [1, 2, 3, 4, 5, 6]), pooled: tensor([2], [0.5, 0.25]) }
  const actual = { logits: tensor([1, 2, 3], [1, 2, 3.5, 4, 8, Number.NaN]), pooled: tensor([2], [0.5, 0.25]) }
  const context = {
    backend: 'webgpu (swiftshader, onnxruntime-node 1.30.0)',
    model: 'bert',
    reference: 'the same model on cpu without graph optimizations',
  }
  expect(mismatchMessage(compareOutputs(actual, expected), context)).toMatchInlineSnapshot(`
    "1 of 2 outputs differ for bert on webgpu (swiftshader, onnxruntime-node 1.30.0)
    expected: the same model on cpu without graph optimizations

    output  type and shape    elements that differ  max abs error   max rel error
    logits  float32[1, 2, 3]  3 of 6 (50 %)         3 at [0, 1, 1]  0.6 at [0, 1, 1]

    logits, allowed |actual − expected| ≤ 0.0001 + 0.0001·|expected|:
      first                [0, 0, 2]  actual 3.5  expected 3
      max abs              [0, 1, 1]  actual 8    expected 5
      max rel              [0, 1, 1]  actual 8    expected 5
      1 not finite, first  [0, 1, 2]  actual NaN  expected 6"
  `)
})

test('says how names, types and shapes differ', () => {
  const expected: Record<string, Tensor> = {
    a: tensor([2], [1, 2]),
    b: tensor([1, 2], [1, 2]),
    c: { type: 'int64', dims: [], data: BigInt64Array.of(1n) },
  }
  const actual: Record<string, Tensor> = { b: tensor([2, 1], [1, 2]), c: tensor([], [1]), d: tensor([2], [1, 2]) }
  expect(mismatchMessage(compareOutputs(actual, expected))).toMatchInlineSnapshot(`
    "4 of 4 outputs differ

    a: missing, expected float32[2]
    b: expected float32[1, 2], got float32[2, 1]
    c: expected int64[], got float32[]
    d: not expected, got float32[2]"
  `)
})

test('a share is never rounded away', () => {
  const count = 100_000
  const expected = { y: tensor([count], Array<number>(count).fill(1)) }
  const actual = { y: tensor([count], Array<number>(count).fill(1)) }
  ;(actual.y.data as Float32Array)[99_999] = 2
  expect(mismatchMessage(compareOutputs(actual, expected))).toContain('1 of 100000 (<0.01 %)')
})

test('an output whose data does not fill its shape is broken, not equal', () => {
  const result = compareOutputs({ y: { ...tensor([3], [1, 2]) } }, { y: tensor([3], [1, 2, 3]) })
  expect(result.matches).toBe(false)
  expect(mismatchMessage(result)).toContain('y: float32[3] holds 2 elements, expected 3')
})
