import { toNumbers, type Value } from '@vitest-hardware/onnx-graph'
import { expect, test } from 'vitest'
import { seededNormal } from '../random.ts'
import { floats, relativeDifference, runBlock } from '../testing/run-model.ts'
import { gatedDeltaRule, matrixMemory } from './gated-recurrence.ts'
import { relativeShift } from './relative-attention.ts'

const [length, heads, keySize, valueSize] = [5, 2, 3, 4]
const query = seededNormal('query', length * heads * keySize)
const key = seededNormal('key', length * heads * keySize)
const value = seededNormal('value', length * heads * valueSize)
const sequences = {
  query: floats([1, length, heads, keySize], query),
  key: floats([1, length, heads, keySize], key),
  value: floats([1, length, heads, valueSize], value),
}
const rowOf = (list: Float32Array, step: number, head: number, size: number): number[] => [
  ...list.subarray((step * heads + head) * size, (step * heads + head + 1) * size),
]
const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, one, index) => sum + one * b[index]!, 0)

/** What each head answers at each step, in the order of `[length, heads, valueSize]`. */
function stepByStep(answer: (head: number) => (step: number) => readonly number[]): number[] {
  const perHead = Array.from({ length: heads }, (_, head) => answer(head))
  return Array.from({ length }, (_, step) => perHead.map((one) => one(step))).flat(2)
}

test('scores by distance become scores by key', async () => {
  const count = 4
  const scores = seededNormal('scores', count * (2 * count - 1))
  const output = await runBlock({ scores: floats([1, 1, count, 2 * count - 1], scores) }, 4, (context, values) =>
    relativeShift(context, values['scores']!),
  )
  // column c stands for the distance count - 1 - c of a query to a key before it
  const expected = Array.from({ length: count * count }, (_, index) => {
    const [row, column] = [Math.floor(index / count), index % count]
    return scores[row * (2 * count - 1) + count - 1 - (row - column)]!
  })
  expect(output.dims).toEqual([1, 1, count, count])
  expect([...toNumbers(output)]).toEqual(expected)
})

test('the gated delta rule forgets, reads, and writes what it got wrong', async () => {
  const decay = Float32Array.from(seededNormal('decay', length * heads), (number) => -Math.abs(number))
  const beta = Float32Array.from(seededNormal('beta', length * heads), (number) => 1 / (1 + Math.exp(-number)))
  const inputs = { ...sequences, decay: floats([1, length, heads], decay), beta: floats([1, length, heads], beta) }
  const output = await runBlock(inputs, 4, (context, values) =>
    gatedDeltaRule(context, { ...(values as Record<keyof typeof inputs, Value>), heads, keySize, valueSize }),
  )
  const expected = stepByStep((head) => {
    const memory = Array.from({ length: valueSize }, () => Array.from({ length: keySize }, () => 0))
    return (step) => {
      const [q, k, v] = [rowOf(query, step, head, keySize), rowOf(key, step, head, keySize), rowOf(value, step, head, valueSize)]
      const [alpha, share] = [Math.exp(decay[step * heads + head]!), beta[step * heads + head]!]
      return memory.map((row, element) => {
        row.forEach((_, index) => (row[index]! *= alpha))
        const error = v[element]! - dot(row, k)
        row.forEach((_, index) => (row[index]! += share * error * k[index]!))
        return dot(row, q)
      })
    }
  })
  expect(relativeDifference([...toNumbers(output)], expected)).toBeLessThan(1e-5)
})

test('the stabiliser of a matrix memory changes no numbers', async () => {
  const input = seededNormal('input', length * heads)
  const forget = Float32Array.from(seededNormal('forget', length * heads), (number) => -Math.abs(number))
  const inputs = { ...sequences, input: floats([1, length, heads], input), forget: floats([1, length, heads], forget) }
  const output = await runBlock(inputs, 4, (context, values) =>
    matrixMemory(context, { ...(values as Record<keyof typeof inputs, Value>), heads, keySize, valueSize }),
  )
  const expected = stepByStep((head) => {
    const memory = Array.from({ length: valueSize }, () => Array.from({ length: keySize }, () => 0))
    const norm = Array.from({ length: keySize }, () => 0)
    return (step) => {
      const [q, k, v] = [rowOf(query, step, head, keySize), rowOf(key, step, head, keySize), rowOf(value, step, head, valueSize)]
      const [write, keep] = [Math.exp(input[step * heads + head]!), Math.exp(forget[step * heads + head]!)]
      norm.forEach((before, index) => (norm[index] = keep * before + write * k[index]!))
      memory.forEach((row, element) => row.forEach((before, index) => (row[index] = keep * before + write * v[element]! * k[index]!)))
      const size = Math.max(Math.abs(dot(norm, q)), 1)
      return memory.map((row) => dot(row, q) / size)
    }
  })
  expect(relativeDifference([...toNumbers(output)], expected)).toBeLessThan(1e-5)
})
