import { byteLengthOf, elementCount, type Tensor, type Tensors, typedArrayOf, type ValueInfo } from '@vitest-hardware/onnx-graph'

/** Zeros for each input, free dimensions one; null where an input has no element type or rank to go by. */
export function zeroFeeds(inputs: readonly ValueInfo[]): Tensors | null {
  const feeds: Record<string, Tensor> = {}
  for (const { name, value } of inputs) {
    if (value.kind !== 'tensor' || value.type === 'unsupported' || value.dims === null) return null
    const dims = value.dims.map((size) => (typeof size === 'number' ? size : 1))
    const count = elementCount(dims)
    const { type } = value
    const data = type === 'string' ? Array.from({ length: count }, () => '') : typedArrayOf(type, new Uint8Array(byteLengthOf(type, count)))
    feeds[name] = { type, dims, data }
  }
  return feeds
}
