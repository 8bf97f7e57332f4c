import type { Value } from '@vitest-hardware/onnx-graph'
import { absoluteOffsetBias } from '../blocks/absolute-offset-bias.ts'
import { activate } from '../blocks/activation.ts'
import { batchNorm } from '../blocks/batch-norm.ts'
import { convolutionUnit } from '../blocks/convolution-unit.ts'
import { linear } from '../blocks/linear.ts'
import { flattenGrid } from '../blocks/patch.ts'
import type { GraphContext } from '../graph-context.ts'

/** A convolutional stem and stages of attention with batch norms, each at half the side of the one before (arXiv:2104.01136). */
export interface LevitSpec {
  readonly image: number
  readonly sizes: readonly number[]
  readonly depths: readonly number[]
  readonly heads: readonly number[]
  readonly keySizes: readonly number[]
  /** Size of a value against a key's. */
  readonly attentionRatios: readonly number[]
  readonly mlpRatios: readonly number[]
  /** Between stages. */
  readonly down: readonly { readonly keySize: number; readonly heads: number; readonly attentionRatio: number; readonly mlpRatio: number }[]
}

const epsilon = 1e-5
/** Variance of the norms whose outcome is added to the stream, which then grows slowly. */
const added = 2

/** A linear layer and a batch norm over the last axis; `[batch, length, from] → [batch, length, to]`. */
function normedLinear(context: GraphContext, x: Value, name: string, from: number, to: number, variance = 0.5): Value {
  const { graph } = context
  return graph.scope(name, () => {
    const projected = linear(context, x, { name: 'linear', inputSize: from, outputSize: to, bias: false })
    const flat = graph.node('Reshape', [projected, graph.constant('int64', [-1, to])])
    return graph.node('Reshape', [
      batchNorm(context, flat, { name: 'batch_norm', size: to, epsilon, variance }),
      graph.node('Shape', [projected]),
    ])
  })
}

interface AttentionSizes {
  readonly from: number
  readonly to: number
  readonly keySize: number
  readonly heads: number
  readonly ratio: number
  /** Side of the grid. */
  readonly side: number
  /** Between queries; more than 1 halves the grid. */
  readonly stride: number
}

function attend(context: GraphContext, x: Value, { from, to, keySize, heads, ratio, side, stride }: AttentionSizes): Value {
  const { graph } = context
  const valueSize = ratio * keySize
  const rows = (y: Value, size: number): Value => graph.node('Reshape', [y, graph.constant('int64', [0, -1, heads, size])])
  const first = (y: Value): Value => graph.node('Transpose', [y], { perm: [0, 2, 1, 3] })
  const cut = (y: Value, sizes: readonly number[]): Value[] =>
    graph.nodes('Split', [y, graph.constant('int64', sizes)], { axis: 3 }, { outputs: sizes.length })
  const parts = (): Value[] => {
    if (stride === 1) {
      const size = 2 * keySize + valueSize
      return cut(rows(normedLinear(context, x, 'queries_keys_values', from, heads * size), size), [keySize, keySize, valueSize])
    }
    const size = keySize + valueSize
    const kept = cut(rows(normedLinear(context, x, 'keys_values', from, heads * size), size), [keySize, valueSize])
    const grid = graph.node('Reshape', [x, graph.constant('int64', [0, side, side, from])])
    const every = graph.node('Slice', [
      grid,
      ...[
        [0, 0],
        [side, side],
        [1, 2],
        [stride, stride],
      ].map((list) => graph.constant('int64', list)),
    ])
    const sparse = graph.node('Reshape', [every, graph.constant('int64', [0, -1, from])])
    return [rows(normedLinear(context, sparse, 'queries', from, heads * keySize), keySize), ...kept]
  }
  const [query, key, value] = parts().map(first) as [Value, Value, Value]
  const scores = graph.node('MatMul', [query, graph.node('Transpose', [key], { perm: [0, 1, 3, 2] })])
  const scaled = graph.node('Mul', [scores, graph.constant('float32', 1 / Math.sqrt(keySize))])
  const biased = graph.node('Add', [scaled, absoluteOffsetBias(context, { side, stride, heads })])
  const seen = first(graph.node('MatMul', [graph.node('Softmax', [biased], { axis: -1 }), value]))
  const merged = graph.node('Reshape', [seen, graph.constant('int64', [0, -1, heads * valueSize])])
  return normedLinear(context, activate(context, merged, 'hardswish'), 'projection', heads * valueSize, to, added)
}

function feed(context: GraphContext, x: Value, size: number, ratio: number): Value {
  const wide = activate(context, normedLinear(context, x, 'linear_up', size, ratio * size), 'hardswish')
  return normedLinear(context, wide, 'linear_down', ratio * size, size, added)
}

/** Pixels to the last stage's tokens `[batch, side², size]`. */
export function levit(context: GraphContext, pixels: Value, spec: LevitSpec): { readonly tokens: Value; readonly side: number } {
  const { graph } = context
  const first = spec.sizes[0]!
  const widths = [3, first / 8, first / 4, first / 2, first]
  let grid = pixels
  for (let layer = 1; layer <= 4; layer++) {
    const sizes = { inputChannels: widths[layer - 1]!, outputChannels: widths[layer]!, kernel: 3, stride: 2 }
    const names = { convolution: 'convolution', norm: 'batch_norm' }
    const activation = layer === 4 ? null : 'hardswish'
    grid = graph.scope('patch_embeddings', () =>
      convolutionUnit(context, grid, { name: `embedding_layer_${layer}`, ...sizes, names, activation }),
    )
  }
  let x = flattenGrid(context, grid, first)
  let side = spec.image / 16
  spec.sizes.forEach((size, stage) => {
    let number = 0
    const scoped = (body: () => Value, isResidual: boolean): void => {
      const scope = `encoder.stages.${stage}.layers.${number++}${isResidual ? '.module' : ''}`
      x = graph.scope(scope, () => (isResidual ? graph.node('Add', [x, body()]) : body()))
    }
    for (let depth = 0; depth < spec.depths[stage]!; depth++) {
      const sizes = { from: size, to: size, keySize: spec.keySizes[stage]!, heads: spec.heads[stage]!, ratio: spec.attentionRatios[stage]! }
      scoped(() => attend(context, x, { ...sizes, side, stride: 1 }), true)
      scoped(() => feed(context, x, size, spec.mlpRatios[stage]!), true)
    }
    const down = spec.down[stage]
    if (down === undefined) return
    const to = spec.sizes[stage + 1]!
    const { keySize, heads, attentionRatio: ratio } = down
    scoped(() => attend(context, x, { from: size, to, keySize, heads, ratio, side, stride: 2 }), false)
    side = Math.floor((side - 1) / 2) + 1
    scoped(() => feed(context, x, to, down.mlpRatio), true)
  })
  return { tokens: x, side }
}
