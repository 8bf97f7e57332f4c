import type { Tensor, ValueInfo } from '@vitest-hardware/onnx-graph'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findInputFault, shapeText } from './explain-run.ts'

const input = (name: string, dims: readonly (number | string)[] | null): ValueInfo => ({
  name,
  value: { kind: 'tensor', type: 'float32', onnxType: 'tensor(float)', dims },
})
const zeros = (dims: readonly number[]): Tensor => ({
  type: 'float32',
  dims,
  data: new Float32Array(dims.reduce((size, dim) => size * dim, 1)),
})
const sizes = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 4 })

test('a tensor of the declared shape has no fault, whichever dimensions are free', () => {
  fc.assert(
    fc.property(sizes, fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), (dims, free) => {
      const declared = dims.map((size, index) => (free[index] ? 'n' : size))
      expect(findInputFault([input('x', declared)], { x: zeros(dims) })).toBeNull()
    }),
  )
})

test('any other shape is a fault that says both', () => {
  fc.assert(
    fc.property(sizes, sizes, (declared, given) => {
      fc.pre(declared.join() !== given.join() || declared.length !== given.length)
      const fault = findInputFault([input('x', declared)], { x: zeros(given) })
      expect(fault?.what).toBe(`input 'x' does not fit: expected float32${shapeText(declared)}, got float32${shapeText(given)}`)
    }),
  )
})

test('an unknown rank takes any shape', () => {
  expect(findInputFault([input('x', null)], { x: zeros([2, 3]) })).toBeNull()
  expect(shapeText(null)).toBe('[…]')
})

test('the first fault in the model’s order is told', () => {
  expect(findInputFault([input('a', [1]), input('b', [1])], {})).toMatchObject({
    input: 'a',
    what: "input 'a' is missing: expected float32[1]",
  })
})

test('an input that the model does not have is told with those that it has', () => {
  expect(findInputFault([input('a', [1])], { a: zeros([1]), z: zeros([1]) })).toMatchObject({
    input: 'z',
    nextStep: "give exactly the inputs 'a'",
  })
})

test('too little data is told with the number that the shape needs', () => {
  const x: Tensor = { type: 'float32', dims: [2, 2], data: new Float32Array(3) }
  expect(findInputFault([input('x', [2, 2])], { x })?.what).toBe("input 'x' has 3 elements, but its shape [2, 2] needs 4")
})

test('an input that is no tensor is told with its type', () => {
  const sequence: ValueInfo = { name: 's', value: { kind: 'sequence', onnxType: 'seq(tensor(float))' } }
  expect(findInputFault([sequence], {})?.what).toBe("input 's' is seq(tensor(float)), not a tensor")
})
