import type { Value } from '@vitest-hardware/onnx-graph'
import { mergeHeads, splitHeads } from '../blocks/attention.ts'
import { convolution } from '../blocks/convolution.ts'
import { feedForward } from '../blocks/feed-forward.ts'
import { linear } from '../blocks/linear.ts'
import { layerNorm } from '../blocks/norm.ts'
import type { GraphContext } from '../graph-context.ts'

export interface SamTowerSpec {
  readonly size: number
  readonly layers: number
  readonly heads: number
  readonly innerSize: number
  readonly epsilon: number
  readonly image: number
  readonly patch: number
  /** Patches along one side of a window. */
  readonly window: number
  /** Layers that see the whole image. */
  readonly globalLayers: readonly number[]
  readonly outputChannels: number
  /** @default 3 */
  readonly channels?: number
  /** @default {@link samNames} */
  readonly names?: TowerNames
}

/** Upstream's module names. */
export const samNames = {
  patch: 'patch_embed.projection',
  positions: 'pos_embed',
  layer: 'layers.',
  norms: ['layer_norm1', 'layer_norm2'],
  attention: 'attn',
  up: 'lin1',
  down: 'lin2',
} as const satisfies TowerNames

interface TowerNames {
  readonly patch: string
  readonly positions: string
  readonly layer: string
  readonly norms: readonly [string, string]
  readonly attention: string
  readonly up: string
  readonly down: string
}

/**
 * Segment Anything's image encoder (Kirillov et al. 2023, arXiv:2304.02643, §A; ViTDet, arXiv:2203.16527): windows but for a few layers,
 * relative positions by row and column: `[batch, 3, image, image] → [batch, side, side, size]`, before the neck. `each` is called behind each layer.
 */
export function samTower(context: GraphContext, pixels: Value, spec: SamTowerSpec, each?: (layer: number, x: Value) => void): Value {
  const { graph } = context
  const { size, patch, epsilon, channels = 3, names = samNames } = spec
  const side = spec.image / patch
  const cells = convolution(context, pixels, {
    name: names.patch,
    inputChannels: channels,
    outputChannels: size,
    kernel: [patch, patch],
    stride: patch,
  })
  let x = graph.node('Add', [
    graph.node('Transpose', [cells], { perm: [0, 2, 3, 1] }),
    context.weight(names.positions, [1, side, side, size], { std: 0.5 }),
  ])
  for (let layer = 0; layer < spec.layers; layer++) {
    x = graph.scope(`${names.layer}${layer}`, () => {
      const normed = layerNorm(context, x, { name: names.norms[0], size, epsilon })
      const isGlobal = spec.globalLayers.includes(layer)
      const seen = isGlobal ? gridAttention(context, normed, side, spec) : windowed(context, normed, side, spec)
      const middle = graph.node('Add', [x, seen])
      const options = { names: { up: names.up, down: names.down }, size, innerSize: spec.innerSize, activation: 'gelu' } as const
      const fed = graph.scope('mlp', () =>
        feedForward(context, layerNorm(context, middle, { name: names.norms[1], size, epsilon }), options),
      )
      return graph.node('Add', [middle, fed])
    })
    each?.(layer, x)
  }
  return x
}

/** Two convolutions with norms over channels: `[batch, side, side, size] → [batch, outputChannels, side, side]`. */
export function samNeck(
  context: GraphContext,
  x: Value,
  { size, outputChannels, epsilon }: Pick<SamTowerSpec, 'size' | 'outputChannels' | 'epsilon'>,
): Value {
  const { graph } = context
  const norm = (y: Value, name: string): Value => {
    const last = graph.node('Transpose', [y], { perm: [0, 2, 3, 1] })
    return graph.node('Transpose', [layerNorm(context, last, { name, size: outputChannels, epsilon })], { perm: [0, 3, 1, 2] })
  }
  const first = graph.node('Transpose', [x], { perm: [0, 3, 1, 2] })
  const narrow = convolution(context, first, { name: 'conv1', inputChannels: size, outputChannels, kernel: [1, 1], bias: false })
  const mixed = convolution(context, norm(narrow, 'layer_norm1'), {
    name: 'conv2',
    inputChannels: outputChannels,
    outputChannels,
    kernel: [3, 3],
    padding: 1,
    bias: false,
  })
  return norm(mixed, 'layer_norm2')
}

/** Attention within windows; the image is padded to whole ones. */
function windowed(context: GraphContext, x: Value, side: number, spec: SamTowerSpec): Value {
  const { graph } = context
  const { window, size } = spec
  const count = Math.ceil(side / window)
  const missing = count * window - side
  const shape = (y: Value, ...dims: number[]): Value => graph.node('Reshape', [y, graph.constant('int64', dims)])
  const padded = missing === 0 ? x : graph.node('Pad', [x, graph.constant('int64', [0, 0, 0, 0, 0, missing, missing, 0])])
  const split = graph.node('Transpose', [shape(padded, -1, count, window, count, window, size)], { perm: [0, 1, 3, 2, 4, 5] })
  const seen = gridAttention(context, shape(split, -1, window, window, size), window, spec)
  const joined = graph.node('Transpose', [shape(seen, -1, count, count, window, window, size)], { perm: [0, 1, 3, 2, 4, 5] })
  const whole = shape(joined, -1, count * window, count * window, size)
  if (missing === 0) return whole
  return graph.node('Slice', [
    whole,
    graph.constant('int64', [0, 0]),
    graph.constant('int64', [side, side]),
    graph.constant('int64', [1, 2]),
  ])
}

/** Attention over a square with learned relative positions of rows and columns: `[n, side, side, size]` keeps its shape. */
function gridAttention(context: GraphContext, x: Value, side: number, { size, heads, names = samNames }: SamTowerSpec): Value {
  const { graph } = context
  const headSize = size / heads
  const shape = (y: Value, ...dims: number[]): Value => graph.node('Reshape', [y, graph.constant('int64', dims)])
  return graph.scope(names.attention, () => {
    const all = linear(context, shape(x, -1, side * side, size), { name: 'qkv', inputSize: size, outputSize: 3 * size })
    const [query, key, value] = graph
      .nodes('Split', [all], { axis: -1, num_outputs: 3 }, { outputs: 3 })
      .map((part) => splitHeads(context, part, heads, headSize)) as [Value, Value, Value]
    const scaledQuery = graph.node('Mul', [query, graph.constant('float32', 1 / Math.sqrt(headSize))])
    const product = graph.node('MatMul', [scaledQuery, graph.node('Transpose', [key], { perm: [0, 1, 3, 2] })])
    const scores = graph.node('Add', [product, relativePositions(context, query, side, heads, headSize)])
    const merged = mergeHeads(context, graph.node('MatMul', [graph.node('Softmax', [scores], { axis: -1 }), value]), size)
    return shape(linear(context, merged, { name: 'proj', inputSize: size, outputSize: size }), -1, side, side, size)
  })
}

/** What each query says to the distance in rows plus what it says to the distance in columns: `[n, heads, side², side²]`. */
function relativePositions(context: GraphContext, query: Value, side: number, heads: number, headSize: number): Value {
  const { graph } = context
  const distances = Array.from({ length: side * side }, (_, index) => Math.floor(index / side) - (index % side) + side - 1)
  const grid = graph.node('Reshape', [query, graph.constant('int64', [-1, side, side, headSize])])
  const table = (name: string): Value => {
    const rows = graph.node('Gather', [context.weight(name, [2 * side - 1, headSize], { std: 0.5 }), graph.constant('int64', distances)], {
      axis: 0,
    })
    return graph.node('Transpose', [graph.node('Reshape', [rows, graph.constant('int64', [side, side, headSize])])], { perm: [0, 2, 1] })
  }
  const swap = (y: Value): Value => graph.node('Transpose', [y], { perm: [0, 2, 1, 3] })
  const byRow = graph.node('MatMul', [grid, table('rel_pos_h')])
  const byColumn = swap(graph.node('MatMul', [swap(grid), table('rel_pos_w')]))
  const unsqueeze = (y: Value, axis: number): Value => graph.node('Unsqueeze', [y, graph.constant('int64', [axis])])
  const both = graph.node('Add', [unsqueeze(byRow, 4), unsqueeze(byColumn, 3)])
  return graph.node('Reshape', [both, graph.constant('int64', [-1, heads, side * side, side * side])])
}
