import type { NodeContext, Values } from '../../operator.ts'
import { broadcastStrides, dimsText, normalizeAxis, offsetsOf, sameDims, sizeOf } from '../../shapes.ts'

/**
 * Which scale belongs to each element: one for all, one for each index of `axis`, or one for each block along `axis`
 * (ONNX QuantizeLinear-21).
 * @param position of the scale among the node's inputs
 */
export function scaleOffsets(node: NodeContext, dims: readonly number[], scale: Values, position: number): Int32Array {
  const rank = dims.length
  if (sizeOf(scale.dims) === 1) return new Int32Array(sizeOf(dims))
  const declared = node.int('axis', 1)
  // a vector has one axis, whatever the default says
  const axis = rank === 1 ? 0 : (normalizeAxis(declared, rank) ?? node.fail(`axis is ${declared}, and the input is ${dimsText(dims)}`, 0))
  const block = node.int('block_size', 0)
  if (block === 0) {
    if (!sameDims(scale.dims, [dims[axis]!])) node.fail(`its shape is ${dimsText(scale.dims)}, and [${dims[axis]}] is needed`, position)
    const spread = dims.map((size, index) => (index === axis ? size : 1))
    return offsetsOf(dims, broadcastStrides(spread, dims))
  }
  const blocks = dims.map((size, index) => (index === axis ? Math.ceil(size / block) : size))
  if (!sameDims(scale.dims, blocks)) node.fail(`its shape is ${dimsText(scale.dims)}, and ${dimsText(blocks)} is needed`, position)
  return blockOffsets(dims, axis, block)
}

function blockOffsets(dims: readonly number[], axis: number, block: number): Int32Array {
  const inner = sizeOf(dims, axis + 1)
  const length = dims[axis]!
  const blocks = Math.ceil(length / block)
  return Int32Array.from({ length: sizeOf(dims) }, (_, element) => {
    const column = element % inner
    const index = Math.floor(element / inner) % length
    const outer = Math.floor(element / (inner * length))
    return (outer * blocks + Math.floor(index / block)) * inner + column
  })
}
