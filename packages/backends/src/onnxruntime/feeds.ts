import type { Tensor, TensorData, Tensors } from '@vitest-hardware/onnx-graph'
import type { InferenceSession, OnnxValue } from 'onnxruntime-common'

/** Raised inside the border and turned into a `RunError` that says which input is wrong. */
export class FeedMismatch extends Error {}

/**
 * Kind of the array that holds each element type; by tag, because arrays may come
 * from another realm (Vitest's vm pools). onnxruntime-web reads a Float64Array as float32 without an error.
 */
export const arrayKinds: Readonly<Record<string, string>> = {
  float32: 'Float32Array',
  float64: 'Float64Array',
  float16: 'Uint16Array or Float16Array',
  int8: 'Int8Array',
  uint8: 'Uint8Array',
  int16: 'Int16Array',
  uint16: 'Uint16Array',
  int32: 'Int32Array',
  uint32: 'Uint32Array',
  int64: 'BigInt64Array',
  uint64: 'BigUint64Array',
  bool: 'Uint8Array',
  string: 'Array',
  int4: 'Int8Array',
  uint4: 'Uint8Array',
}

export function arrayKindOf(data: TensorData): string {
  return Array.isArray(data) ? 'Array' : Reflect.get(data, Symbol.toStringTag)
}

/** Tensors as a runtime takes them. */
type Feeds = InferenceSession.OnnxValueMapType

/**
 * Picks the model's inputs from tensors that need not be of the runtime's class: the runtimes want `location`, and the native one
 * takes float16 as bits only. Arrays are passed on, never copied.
 * @param checksArrays false where the runtime itself does not notice an array of another kind
 * @returns a function that throws {@link FeedMismatch}
 */
export function feedPicker(names: readonly string[], checksArrays: boolean): (tensors: Tensors) => Feeds {
  const pick = checksArrays ? pickChecked : pickUnchecked
  return (tensors) => {
    const feeds: Record<string, OnnxValue> = {}
    for (const name of names) {
      const tensor = tensors[name]
      if (tensor === undefined) throw new FeedMismatch(`input '${name}' is missing`)
      feeds[name] = pick(tensor)
    }
    let given = 0
    for (const name in tensors) if (tensors[name] !== undefined) given += 1
    if (given !== names.length) throw new FeedMismatch(`${given} inputs given, ${names.length} expected`)
    return feeds
  }
}

function pickChecked(tensor: Tensor): OnnxValue {
  if (tensor.type === 'float16') return halfTensor(tensor)
  return 'location' in tensor ? (tensor as OnnxValue) : cpuTensor(tensor, tensor.data)
}

function pickUnchecked(tensor: Tensor): OnnxValue {
  if (tensor.type === 'float16') return halfTensor(tensor)
  if ('location' in tensor && tensor.location !== 'cpu') return tensor as OnnxValue
  const kind = arrayKindOf(tensor.data)
  if (arrayKinds[tensor.type] !== kind) throw new FeedMismatch(`${tensor.type} in a ${kind}`)
  return 'location' in tensor ? (tensor as OnnxValue) : cpuTensor(tensor, tensor.data)
}

function halfTensor(tensor: Tensor): OnnxValue {
  if ('location' in tensor && tensor.location !== 'cpu') return tensor as OnnxValue
  const kind = arrayKindOf(tensor.data)
  if (kind === 'Float16Array') return cpuTensor(tensor, bitsOf(tensor.data as Float16Array))
  if (kind === 'Uint16Array') return cpuTensor(tensor, tensor.data)
  throw new FeedMismatch(`float16 in a ${kind}`)
}

function cpuTensor({ type, dims }: Tensor, data: TensorData): OnnxValue {
  return { type, dims, data, location: 'cpu' } as OnnxValue
}

function bitsOf(data: Float16Array): Uint16Array {
  return new Uint16Array(data.buffer, data.byteOffset, data.length)
}
