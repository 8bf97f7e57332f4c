import type { Tensor, TensorData, Tensors } from '@vitest-hardware/onnx-graph'
import type { InferenceSession, OnnxValue } from 'onnxruntime-common'

/** Raised inside the border and turned into a `RunError` that says which input is wrong. */
export class FeedMismatch extends Error {}

/** Kind of the array that holds each element type; by tag, because arrays may come from another realm (Vitest's vm pools). */
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

/**
 * Picks the model's inputs. The runtimes want `location`, which our tensors need not have; the native one takes float16 only
 * as bits. The kind of the array is checked because onnxruntime-web reads a Float64Array as float32 without an error.
 * Arrays are passed on, never copied.
 * @throws {FeedMismatch}
 */
export function feedsFor(names: readonly string[], tensors: Tensors): InferenceSession.OnnxValueMapType {
  const feeds: Record<string, OnnxValue> = {}
  let given = 0
  for (const name in tensors) if (tensors[name] !== undefined) given += 1
  if (given !== names.length) throw new FeedMismatch(`${given} inputs given, ${names.length} expected`)
  for (const name of names) {
    const tensor = tensors[name]
    if (tensor === undefined) throw new FeedMismatch(`input '${name}' is missing`)
    feeds[name] = feed(tensor)
  }
  return feeds
}

function feed(tensor: Tensor): OnnxValue {
  if ('location' in tensor && tensor.location !== 'cpu') return tensor as OnnxValue
  const { type, dims, data } = tensor
  const kind = arrayKindOf(data)
  if (type === 'float16') {
    if (kind === 'Float16Array') return native({ type, dims, data: bitsOf(data as Float16Array) })
    if (kind !== 'Uint16Array') throw new FeedMismatch(`float16 in a ${kind}`)
  } else if (arrayKinds[type] !== kind) {
    throw new FeedMismatch(`${type} in a ${kind}`)
  }
  return 'location' in tensor ? (tensor as OnnxValue) : native({ type, dims, data })
}

function native(tensor: Tensor): OnnxValue {
  return { ...tensor, location: 'cpu' } as OnnxValue
}

function bitsOf(data: Float16Array): Uint16Array {
  return new Uint16Array(data.buffer, data.byteOffset, data.length)
}
