import type { DataType, Tensor, TensorData } from '@vitest-hardware/onnx-graph'

/** A tensor's description in a message; its elements are a binary part of the frame, strings aside. */
export interface WireTensor {
  readonly name: string
  readonly type: DataType
  readonly dims: readonly number[]
  /** The array's kind by its tag, e.g. `Float32Array`: float16 has two. Null for strings. */
  readonly array: string | null
  readonly strings?: readonly string[]
}

interface ArrayKind {
  readonly BYTES_PER_ELEMENT: number
  new (buffer: ArrayBufferLike, offset: number, length: number): Exclude<TensorData, readonly string[]>
}

const kinds: Readonly<Record<string, ArrayKind>> = {
  Float32Array,
  Float64Array,
  // engines without it hold float16 as bits
  Float16Array: typeof Float16Array === 'undefined' ? Uint16Array : Float16Array,
  Int8Array,
  Uint8Array,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  BigInt64Array,
  BigUint64Array,
}

/** Takes tensors apart: descriptions for the message, elements as binary parts in the same order. */
export function packTensors(tensors: Iterable<readonly [string, Tensor]>): { described: WireTensor[]; parts: Uint8Array[] } {
  const described: WireTensor[] = []
  const parts: Uint8Array[] = []
  for (const [name, { type, dims, data }] of tensors) {
    if (Array.isArray(data)) {
      described.push({ name, type, dims: [...dims], array: null, strings: data as readonly string[] })
      continue
    }
    const view = data as Exclude<TensorData, readonly string[]>
    described.push({ name, type, dims: [...dims], array: Reflect.get(view, Symbol.toStringTag) as string })
    parts.push(new Uint8Array(view.buffer, view.byteOffset, view.byteLength))
  }
  return { described, parts }
}

/**
 * Puts tensors together again.
 * @param own true where each tensor gets memory of its own; false where it may view into the frame
 */
export function unpackTensors(described: readonly WireTensor[], parts: readonly Uint8Array[], own: boolean): Record<string, Tensor> {
  let next = 0
  const tensors: Record<string, Tensor> = {}
  for (const { name, type, dims, array, strings } of described) {
    tensors[name] = { type, dims, data: array === null ? (strings ?? []) : viewOf(array, parts[next++]!, own) }
  }
  return tensors
}

function viewOf(array: string, part: Uint8Array, own: boolean): TensorData {
  const Kind = kinds[array]
  if (Kind === undefined) throw new TypeError(`a tensor in a ${array} cannot be sent`)
  const bytes = own ? part.slice() : part
  return new Kind(bytes.buffer, bytes.byteOffset, bytes.byteLength / Kind.BYTES_PER_ELEMENT)
}
