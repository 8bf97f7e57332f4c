import { type DataType, dataTypes, elementCount, toNumbers, type ValueInfo } from '@vitest-hardware/onnx-graph'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadModelType } from '../registry.ts'
import { seededInputs, UnfillableInputError } from './seeded-inputs.ts'

const bert = await loadModelType('bert')

const tensor = (name: string, type: DataType, dims: readonly (number | string)[] | null): ValueInfo => ({
  name,
  value: { kind: 'tensor', type, onnxType: `tensor(${type})`, dims },
})

describe('shapes', () => {
  test.each([
    [
      ['batch_size', 'sequence_length'],
      [1, 16],
    ],
    [
      ['N', 3, 'height', 'width'],
      [1, 3, 224, 224],
    ],
    [
      ['?', '?'],
      [1, 8],
    ],
    [
      ['batch', 'past_sequence_length + sequence_length'],
      [1, 16],
    ],
    [
      ['batch', 4, 'past_sequence_length', 16],
      [1, 4, 0, 16],
    ],
    [
      ['batch', 'sequence_length + 1'],
      [1, 17],
    ],
    [[], []],
  ])('free dimensions of %j default to %j', (dims, expected) => {
    expect(seededInputs([tensor('x', 'float32', dims)])['x']!.dims).toEqual(expected)
  })

  test('are set by role or by their own name, which wins', () => {
    const inputs = [tensor('x', 'float32', ['batch_size', 'sequence_length', 'total'])]
    expect(seededInputs(inputs, { batch: 3, dims: { sequence: 5, total: 2 } })['x']!.dims).toEqual([3, 5, 2])
    expect(seededInputs(inputs, { dims: { sequence: 5, sequence_length: 6, batch: 2 } })['x']!.dims).toEqual([2, 6, 8])
  })

  test('come from the config for images', () => {
    const config = { model_type: 'vit', architectures: [], image_size: 32, num_channels: 1 }
    expect(
      seededInputs([tensor('pixel_values', 'float32', ['batch_size', 'num_channels', 'height', 'width'])], { config })['pixel_values']!
        .dims,
    ).toEqual([1, 1, 32, 32])
  })
})

describe('numbers', () => {
  test('every element type is filled to its shape, the same for the same seed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...dataTypes), fc.array(fc.nat(4), { maxLength: 3 }), fc.nat(), (type, dims, seed) => {
        const [first, second] = [seededInputs([tensor('x', type, dims)], { seed }), seededInputs([tensor('x', type, dims)], { seed })]
        expect(first).toEqual(second)
        const values = type === 'string' ? (first['x']!.data as string[]).map(Number) : [...toNumbers(first['x']!)]
        expect(values).toHaveLength(elementCount(dims))
        expect(values.every((value) => value >= -1 && value <= 1)).toBe(true)
      }),
    )
  })

  test('ids stay in the vocabulary and are no special tokens', () => {
    const { config } = bert
    const { input_ids: tokens } = seededInputs([tensor('input_ids', 'int64', ['batch_size', 'sequence_length'])], {
      config,
      batch: 4,
      dims: { sequence: 50 },
    })
    const values = [...toNumbers(tokens!)]
    expect(Math.max(...values)).toBeLessThan(128)
    expect(Math.min(...values)).toBeGreaterThanOrEqual(8)
    expect(new Set(values).size).toBeGreaterThan(50)
  })

  test('masks pad every second text, positions count, token types name two sentences', () => {
    const inputs = ['attention_mask', 'position_ids', 'token_type_ids'].map((name) => tensor(name, 'int64', ['batch', 'sequence']))
    const given = seededInputs(inputs, { config: bert.config, batch: 2, dims: { sequence: 4 } })
    expect([...toNumbers(given['attention_mask']!)]).toEqual([1, 1, 1, 1, 1, 1, 1, 0])
    expect([...toNumbers(given['position_ids']!)]).toEqual([0, 1, 2, 3, 0, 1, 2, 3])
    expect([...toNumbers(given['token_type_ids']!)]).toEqual([0, 0, 1, 1, 0, 0, 1, 1])
  })

  test('inputs of other names and seeds differ', () => {
    const numbersOf = (name: string, seed: number): number[] => [
      ...toNumbers(seededInputs([tensor(name, 'float32', [8])], { seed })[name]!),
    ]
    expect(numbersOf('a', 0)).not.toEqual(numbersOf('b', 0))
    expect(numbersOf('a', 0)).not.toEqual(numbersOf('a', 1))
  })
})

test('a sequence is refused by name', () => {
  expect(() => seededInputs([{ name: 'list', value: { kind: 'sequence', onnxType: 'seq(tensor(float))' } }])).toThrow(UnfillableInputError)
  expect(() => seededInputs([{ name: 'list', value: { kind: 'sequence', onnxType: 'seq(tensor(float))' } }])).toThrow(
    /seq\(tensor\(float\)\).*\n.*list/,
  )
})
