import { type Tensors, toNumbers } from '@vitest-hardware/onnx-graph'
import { SkillError } from '../core/skill-error.ts'

/** An output as numbers with its shape. */
export interface Numbers {
  readonly dims: readonly number[]
  readonly data: Float64Array
}

/**
 * The first of the named outputs that the model gave.
 * @throws {SkillError} it gave none of them
 */
export function output(outputs: Tensors, ...names: readonly string[]): Numbers {
  const name = names.find((candidate) => candidate in outputs)
  if (name === undefined) {
    throw new SkillError(`the model gives ${Object.keys(outputs).join(', ')}, and none of ${names.join(', ')}`, {
      input: names[0] ?? '',
      nextStep: 'choose another task, or read the tensors: skill.session.run(tensors)',
    })
  }
  const tensor = outputs[name]!
  return { dims: tensor.dims, data: Float64Array.from(toNumbers(tensor)) }
}

/** e^x / Σe^x, without overflow. */
export function softmax(scores: ArrayLike<number>): number[] {
  const list = Array.from(scores)
  const top = list.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY)
  const powers = list.map((score) => Math.exp(score - top))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}

/** Index of the largest number; the first of equals. */
export function argmax(numbers: ArrayLike<number>): number {
  let best = 0
  for (let index = 1; index < numbers.length; index++) if (numbers[index]! > numbers[best]!) best = index
  return best
}

/** The last axis's row with this index, all other axes flattened. */
export function rowOf({ dims, data }: Numbers, index: number): Float64Array {
  const size = dims.at(-1) ?? 1
  return data.subarray(index * size, (index + 1) * size)
}

/** Number of rows along the last axis. */
export function rowCount({ dims, data }: Numbers): number {
  return data.length / (dims.at(-1) ?? 1)
}
