import { toNumbers, type Value } from '@vitest-hardware/onnx-graph'
import { expect, test } from 'vitest'
import type { GraphContext } from '../graph-context.ts'
import { seededNormal } from '../random.ts'
import { floats, relativeDifference, runBlock } from '../testing/run-model.ts'
import { asFloat } from './arithmetic.ts'
import { factorisedQuantiser, type Quantised, residualQuantiser } from './residual-quantiser.ts'

const [size, frames, codebooks, entries, codeSize] = [6, 5, 3, 8, 4]
const x = seededNormal('x', size * frames)
const inputs = { x: floats([1, size, frames], x) }
/** Of one frame of `[size, frames]`. */
const column = (frame: number): number[] => Array.from({ length: size }, (_, element) => x[element * frames + frame]!)
const rows = (list: Float32Array, width: number): number[][] =>
  Array.from({ length: list.length / width }, (_, row) => [...list.subarray(row * width, (row + 1) * width)])
const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, one, index) => sum + one * b[index]!, 0)
const lengthOf = (a: readonly number[]): number => Math.sqrt(dot(a, a))
/** Index of the smallest. */
const least = (list: readonly number[]): number => list.indexOf(Math.min(...list))

interface Choice {
  readonly codes: readonly number[]
  readonly values: readonly number[]
}

/** What each step chooses and adds, until nothing is left to do. */
function chosen(
  frame: number,
  step: (rest: readonly number[], index: number) => { readonly code: number; readonly entry: readonly number[] },
): Choice {
  let rest: readonly number[] = column(frame)
  let values: readonly number[] = rest.map(() => 0)
  const codes: number[] = []
  for (let index = 0; index < codebooks; index++) {
    const { code, entry } = step(rest, index)
    codes.push(code)
    values = values.map((value, element) => value + entry[element]!)
    rest = rest.map((value, element) => value - entry[element]!)
  }
  return { codes, values }
}

/** In the graph's order, channels before frames. */
const channelsFirst = (list: readonly (readonly number[])[]): number[] => list[0]!.flatMap((_, row) => list.map((one) => one[row]!))

/** Runs a quantiser and gives its codes and values. */
async function quantised(build: (context: GraphContext, x: Value) => Quantised): Promise<Choice> {
  const codes = await runBlock(inputs, 3, (context, values) => asFloat(context, build(context, values['x']!).codes))
  const values = await runBlock(inputs, 3, (context, given) => build(context, given['x']!).values)
  expect(codes.dims).toEqual([1, codebooks, frames])
  expect(values.dims).toEqual([1, size, frames])
  return { codes: [...toNumbers(codes)], values: [...toNumbers(values)] }
}

function expectChoices({ codes, values }: Choice, expected: readonly Choice[]): void {
  expect(codes).toEqual(channelsFirst(expected.map((choice) => choice.codes)))
  expect(relativeDifference([...values], channelsFirst(expected.map((choice) => choice.values)))).toBeLessThan(1e-5)
}

const everyFrame = Array.from({ length: frames }, (_, frame) => frame)

test('each codebook takes the entry nearest to what is left', async () => {
  const actual = await quantised((context, values) =>
    residualQuantiser(context, values, { codebooks, entries, size, name: (index) => `layers.${index}` }),
  )
  const tables = Array.from({ length: codebooks }, (_, index) =>
    rows(seededNormal(`0/layers.${index}.embed`, entries * size, 0, 1 / (index + 1)), size),
  )
  const expected = everyFrame.map((frame) =>
    chosen(frame, (rest, index) => {
      const table = tables[index]!
      const code = least(table.map((entry) => lengthOf(entry.map((value, element) => value - rest[element]!))))
      return { code, entry: table[code]! }
    }),
  )
  expectChoices(actual, expected)
})

test('factorised codebooks compare directions in a narrow space', async () => {
  const actual = await quantised((context, values) => factorisedQuantiser(context, values, { codebooks, entries, size, codeSize }))
  const seeded = (name: string, count: number, std: number): Float32Array => seededNormal(`0/quantizers.${name}`, count, 0, std)
  const expected = everyFrame.map((frame) =>
    chosen(frame, (rest, index) => {
      const projected = (name: string, from: readonly number[], to: number): number[] => {
        const weight = rows(seeded(`${index}.${name}.weight`, from.length * to, 1 / Math.sqrt(from.length)), from.length)
        const bias = seeded(`${index}.${name}.bias`, to, 0.1)
        return weight.map((row, element) => dot(row, from) + bias[element]!)
      }
      const narrow = projected('in_proj', rest, codeSize)
      const table = rows(seeded(`${index}.codebook.weight`, entries * codeSize, 1), codeSize)
      const code = least(table.map((entry) => -dot(entry, narrow) / lengthOf(entry)))
      return { code, entry: projected('out_proj', table[code]!, size) }
    }),
  )
  expectChoices(actual, expected)
})
