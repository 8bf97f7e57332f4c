import { UsageError } from '@vitest-hardware/contracts'
import {
  byteLengthOf,
  type DataType,
  elementCount,
  numberToFloat16,
  type Tensor,
  type TensorData,
  type Tensors,
  typedArrayOf,
  type ValueInfo,
} from '@vitest-hardware/onnx-graph'
import type { ModelConfig } from '../model-type.ts'
import { seededUniform } from '../random.ts'
import { resolveDimension } from './dimensions.ts'
import { type InputRequest, type InputRule, numbers } from './input-rule.ts'
import { inputRules } from './rules.ts'

export interface SeededInputsOptions {
  /** @default 0 */
  readonly seed?: number
  /** Size of the batch dimension; the same as `dims.batch`. @default 1 */
  readonly batch?: number
  /**
   * Sizes of free dimensions by their name in the graph or by their role.
   * @default batch 1, texts to compare images with 3, sequence 16, encoder and decoder sequences 8, past 0, images by the config or 3 × 224 × 224, latents by it or 4 × 64 × 64, waveforms 1600 samples, any other 8
   */
  readonly dims?: Readonly<Record<string, number>>
  /** Of the model type, for the vocabulary and image sizes. @default null */
  readonly config?: ModelConfig | null
}

/** An input that no seeded tensor can fill. */
export class UnfillableInputError extends UsageError {
  override readonly name = 'UnfillableInputError'
}

/**
 * Tensors that fit the declared inputs in element type and shape, with numbers that a preprocessor could have made.
 * They depend on the seed, the input's name and its shape alone.
 * @throws {UnfillableInputError} for sequences, optionals, maps, and tensors without a JavaScript counterpart
 */
export function seededInputs(
  inputs: readonly ValueInfo[],
  { seed = 0, batch = 1, dims = {}, config = null }: SeededInputsOptions = {},
): Tensors {
  const sizes = { batch, ...dims }
  return Object.fromEntries(
    inputs.map(({ name, value }) => {
      if (value.kind !== 'tensor' || value.type === 'unsupported') {
        throw new UnfillableInputError(`no seeded numbers exist for an input of type ${value.onnxType}`, {
          input: name,
          nextStep: 'give this input yourself',
        })
      }
      const shape = (value.dims ?? []).map((dimension, axis) => resolveDimension(dimension, axis, { dims: sizes, config, input: name }))
      return [
        name,
        fill({ name, type: value.type, dims: shape, count: elementCount(shape), config, random: seededUniform(`${seed}/input/${name}`) }),
      ]
    }),
  )
}

/** For inputs that no rule knows: floats in [-1, 1), whole numbers 0 and 1. */
const anyRule: InputRule = {
  names: /^/,
  fill: ({ type, count, random }) =>
    numbers(count, () => (type.startsWith('float') || type === 'bfloat16' ? random() * 2 - 1 : Math.floor(random() * 2))),
}

function fill(request: InputRequest): Tensor {
  const rule = inputRules.find(({ names, applies }) => names.test(request.name) && (applies?.(request.config) ?? true)) ?? anyRule
  return { type: request.type, dims: request.dims, data: dataOf(request.type, rule.fill(request)) }
}

function dataOf(type: DataType, values: ArrayLike<number>): TensorData {
  if (type === 'string') return Array.from(values, String)
  if (type === 'int4' || type === 'uint4') {
    const packed = new Uint8Array(byteLengthOf(type, values.length))
    Array.from(values).forEach((value, index) => (packed[index >> 1]! |= (value & 0xf) << (index % 2 === 0 ? 0 : 4)))
    return packed
  }
  const array = typedArrayOf(type, new Uint8Array(byteLengthOf(type, values.length)))
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!
    if (array instanceof BigInt64Array || array instanceof BigUint64Array) array[index] = BigInt(Math.trunc(value))
    else array[index] = type === 'float16' ? numberToFloat16(value) : type === 'bfloat16' ? bfloat16Bits(value) : value
  }
  return array
}

/** The upper half of the binary32, truncated. */
function bfloat16Bits(value: number): number {
  return new Uint32Array(Float32Array.of(value).buffer)[0]! >>> 16
}
