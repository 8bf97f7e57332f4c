import type { Value } from '@vitest-hardware/onnx-graph'
import { absoluteOffsetBias } from '../blocks/absolute-offset-bias.ts'
import { activate, type Activation } from '../blocks/activation.ts'
import { batchNorm } from '../blocks/batch-norm.ts'
import { convolution } from '../blocks/convolution.ts'
import { feedForward } from '../blocks/feed-forward.ts'
import { linear } from '../blocks/linear.ts'
import { layerNorm } from '../blocks/norm.ts'
import { flattenGrid } from '../blocks/patch.ts'
import type { GraphContext } from '../graph-context.ts'

/** Stages that pool neighbours, and attention at the end of the last one (Li et al. 2022, arXiv:2206.01191). */
export interface EfficientFormerSpec {
  readonly sizes: readonly number[]
  readonly depths: readonly number[]
  /** Layers of the last stage that have attention. */
  readonly attentionLayers: number
  /** Side of the last stage's grid. */
  readonly resolution: number
  readonly heads: number
  readonly keySize: number
  readonly attentionRatio: number
  readonly mlpRatio: number
  readonly pool: number
  readonly activation: Activation
  readonly normEpsilon: number
  readonly batchNormEpsilon: number
}

/** A layer on a grid: what differs from neighbours' mean, then two 1 × 1 convolutions with batch norms. */
function gridLayer(context: GraphContext, x: Value, spec: EfficientFormerSpec, size: number): Value {
  const { graph } = context
  const { pool, mlpRatio, activation, batchNormEpsilon: epsilon } = spec
  const half = Math.floor(pool / 2)
  const add = (to: Value, part: Value, name: string): Value => {
    const factor = graph.node('Unsqueeze', [context.weight(name, [size], { mean: 1 }), graph.constant('int64', [1, 2])])
    return graph.node('Add', [to, graph.node('Mul', [factor, part])])
  }
  const mean = graph.node('AveragePool', [x], {
    kernel_shape: [pool, pool],
    strides: [1, 1],
    pads: [half, half, half, half],
    count_include_pad: 0,
  })
  const middle = add(x, graph.node('Sub', [mean, x]), 'layer_scale_1')
  const fed = graph.scope('mlp', () => {
    const point = (y: Value, names: readonly [string, string], from: number, to: number): Value => {
      const projected = convolution(context, y, { name: names[0], inputChannels: from, outputChannels: to, kernel: [1, 1] })
      return batchNorm(context, projected, { name: names[1], size: to, epsilon })
    }
    const wide = activate(context, point(middle, ['convolution1', 'batchnorm_before'], size, mlpRatio * size), activation)
    return point(wide, ['convolution2', 'batchnorm_after'], mlpRatio * size, size)
  })
  return add(middle, fed, 'layer_scale_2')
}

function attend(context: GraphContext, x: Value, { heads, keySize, attentionRatio, resolution }: EfficientFormerSpec, size: number): Value {
  const { graph } = context
  const valueSize = attentionRatio * keySize
  const all = linear(context, x, { name: 'qkv', inputSize: size, outputSize: heads * (2 * keySize + valueSize) })
  const rows = graph.node('Reshape', [all, graph.constant('int64', [0, 0, heads, -1])])
  const first = (y: Value): Value => graph.node('Transpose', [y], { perm: [0, 2, 1, 3] })
  const [query, key, value] = graph
    .nodes('Split', [rows, graph.constant('int64', [keySize, keySize, valueSize])], { axis: 3 }, { outputs: 3 })
    .map(first) as [Value, Value, Value]
  const scores = graph.node('MatMul', [query, graph.node('Transpose', [key], { perm: [0, 1, 3, 2] })])
  const scaled = graph.node('Mul', [scores, graph.constant('float32', 1 / Math.sqrt(keySize))])
  const biased = graph.node('Add', [scaled, absoluteOffsetBias(context, { side: resolution, heads })])
  const seen = first(graph.node('MatMul', [graph.node('Softmax', [biased], { axis: -1 }), value]))
  const merged = graph.node('Reshape', [seen, graph.constant('int64', [0, 0, heads * valueSize])])
  return linear(context, merged, { name: 'projection', inputSize: heads * valueSize, outputSize: size })
}

/** A layer on tokens. */
function tokenLayer(context: GraphContext, x: Value, spec: EfficientFormerSpec, size: number): Value {
  const { graph } = context
  const { normEpsilon: epsilon, mlpRatio, activation } = spec
  const add = (to: Value, part: Value, name: string): Value =>
    graph.node('Add', [to, graph.node('Mul', [context.weight(name, [size], { mean: 1 }), part])])
  const before = layerNorm(context, x, { name: 'layernorm1', size, epsilon })
  const middle = add(
    x,
    graph.scope('token_mixer', () => attend(context, before, spec, size)),
    'layer_scale_1',
  )
  const names = { up: 'mlp.linear_in', down: 'mlp.linear_out' }
  const after = layerNorm(context, middle, { name: 'layernorm2', size, epsilon })
  return add(middle, feedForward(context, after, { names, size, innerSize: mlpRatio * size, activation }), 'layer_scale_2')
}

/** Pixels to the last stage's tokens `[batch, resolution², size]`, normed. */
export function efficientFormer(context: GraphContext, pixels: Value, spec: EfficientFormerSpec): Value {
  const { graph } = context
  const { sizes, depths, batchNormEpsilon: epsilon } = spec
  const stride = (y: Value, names: readonly [string, string], from: number, to: number): Value => {
    const cut = convolution(context, y, { name: names[0], inputChannels: from, outputChannels: to, kernel: [3, 3], stride: 2, padding: 1 })
    return batchNorm(context, cut, { name: names[1], size: to, epsilon })
  }
  const first = sizes[0]!
  let x = graph.scope('patch_embed', () => {
    const half = graph.node('Relu', [stride(pixels, ['convolution1', 'batchnorm_before'], 3, first / 2)])
    return graph.node('Relu', [stride(half, ['convolution2', 'batchnorm_after'], first / 2, first)])
  })
  const gridLayers = (scope: string, size: number, count: number): void => {
    for (let layer = 0; layer < count; layer++)
      x = graph.scope(`${scope}.meta4D_layers.blocks.${layer}`, () => gridLayer(context, x, spec, size))
  }
  const last = sizes.length - 1
  for (let stage = 0; stage < last; stage++) {
    gridLayers(`encoder.intermediate_stages.${2 * stage}`, sizes[stage]!, depths[stage]!)
    x = graph.scope(`encoder.intermediate_stages.${2 * stage + 1}`, () =>
      stride(x, ['projection', 'norm'], sizes[stage]!, sizes[stage + 1]!),
    )
  }
  const size = sizes[last]!
  gridLayers('encoder.last_stage', size, depths[last]! - spec.attentionLayers)
  x = flattenGrid(context, x, size)
  for (let layer = 0; layer < spec.attentionLayers; layer++)
    x = graph.scope(`encoder.last_stage.meta3D_layers.blocks.${layer}`, () => tokenLayer(context, x, spec, size))
  return layerNorm(context, x, { name: 'layernorm', size, epsilon: spec.normEpsilon })
}
