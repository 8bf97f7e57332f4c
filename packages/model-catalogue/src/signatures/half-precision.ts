import { encodeModel, modelInputs, type parseModel, type Tensors, toHalfPrecision, toNumbers } from '@vitest-hardware/onnx-graph'
import { seededInputs } from '../inputs/seeded-inputs.ts'
import type { ModelConfig } from '../model-type.ts'
import type { Open } from './describe-type.ts'

/** An error above this is no rounding: a choice came out otherwise, or a number left the range. */
const mostRounding = 0.1

/** How much further than measured another backend may round. */
const margin = 2.5

/**
 * How far the answer in float16 may lie from that in float32, as the tolerance of `toMatchOutputs`: measured, with a margin, rounded up to 1, 2 or 5 times a power of
 * ten. Null where it differs by more than rounding explains.
 */
export async function halfTolerance(
  model: ReturnType<typeof parseModel>,
  bytes: Uint8Array,
  config: ModelConfig,
  open: Open,
): Promise<number | null> {
  const inputs = seededInputs(modelInputs(model), { config })
  const expected = await (await open(bytes)).run(inputs)
  const error = worstError(await (await open(encodeModel(toHalfPrecision(model)))).run(inputs), expected)
  return error > mostRounding ? null : roundedUp(Math.max(1e-3, error * margin))
}

function worstError(actual: Tensors, expected: Tensors): number {
  return Object.entries(expected).reduce((worst, [name, { type, ...tensor }]) => {
    const [values, wanted] = [toNumbers(actual[name]!), toNumbers({ type, ...tensor })]
    const scale = wanted.reduce((most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most), 0)
    return wanted.reduce((most, value, index) => {
      if (Object.is(value, values[index]) || value === values[index]) return most
      const error = type.startsWith('float') ? Math.abs(values[index]! - value) / (Math.min(1, scale) + Math.abs(value)) : Infinity
      return Number.isNaN(error) ? Infinity : Math.max(most, error)
    }, worst)
  }, 0)
}

function roundedUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  const step = [1, 2, 5, 10].find((each) => each * power >= value)!
  return Number((step * power).toPrecision(1))
}
