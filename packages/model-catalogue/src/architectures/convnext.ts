import type { Value } from '@vitest-hardware/onnx-graph'
import { activate, type Activation } from '../blocks/activation.ts'
import { convolution } from '../blocks/convolution.ts'
import { linear } from '../blocks/linear.ts'
import { layerNorm } from '../blocks/norm.ts'
import type { GraphContext } from '../graph-context.ts'
import { type FeatureMap, meanOfGrid, type VisionBody } from '../heads/vision.ts'

/** Upstream's module names. */
export interface ConvNextNames {
  /** Convolution and norm before the first stage. */
  readonly stem: readonly [string, string]
  /** Scope of stage `index`. */
  readonly stage: (index: number) => string
  /** Norm and convolution between stages, within the stage's scope. */
  readonly downsample: readonly [string, string]
  readonly depthwise: string
  readonly norm: string
  readonly up: string
  readonly down: string
  readonly scale: string
}

/** ConvNeXt's own names. */
export const convNextNames: ConvNextNames = {
  stem: ['embeddings.patch_embeddings', 'embeddings.layernorm'],
  stage: (index) => `encoder.stages.${index}`,
  downsample: ['downsampling_layer.0', 'downsampling_layer.1'],
  depthwise: 'dwconv',
  norm: 'layernorm',
  up: 'pwconv1',
  down: 'pwconv2',
  scale: 'layer_scale_parameter',
}

export interface ConvNextSpec {
  /** @default 3 */
  readonly channels?: number
  readonly patch: number
  readonly sizes: readonly number[]
  readonly depths: readonly number[]
  readonly activation: Activation
  /** Of the norm behind the pooling; those within stages have upstream's fixed 1e-6. */
  readonly epsilon: number
  /** A learned factor of each channel (2022, arXiv:2201.03545), or channels competing by their responses within the block (2023, arXiv:2301.00808). */
  readonly block: 'layer scale' | 'response norm'
  readonly names: ConvNextNames
}

const epsilon = 1e-6
const channelsLast = { perm: [0, 2, 3, 1] }
const channelsFirst = { perm: [0, 3, 1, 2] }

/** Layer norm over the channels of an image. */
export function imageNorm(context: GraphContext, x: Value, name: string, size: number, by = epsilon): Value {
  const { graph } = context
  return graph.node(
    'Transpose',
    [layerNorm(context, graph.node('Transpose', [x], channelsLast), { name, size, epsilon: by })],
    channelsFirst,
  )
}

/** Each channel scaled by its norm over the image against the mean of all channels' norms (arXiv:2301.00808, §3.2); `[batch, height, width, size]`. */
export function globalResponseNorm(context: GraphContext, x: Value, name: string, size: number): Value {
  const { graph } = context
  return graph.scope(name, () => {
    const norms = graph.node('ReduceL2', [x, graph.constant('int64', [1, 2])], { keepdims: 1 })
    const mean = graph.node('ReduceMean', [norms, graph.constant('int64', [-1])], { keepdims: 1 })
    const shares = graph.node('Div', [norms, graph.node('Add', [mean, graph.constant('float32', 1e-6)])])
    const scaled = graph.node('Mul', [context.weight('weight', [1, 1, 1, size], { std: 1 }), graph.node('Mul', [x, shares])])
    return graph.node('Add', [graph.node('Add', [scaled, context.weight('bias', [1, 1, 1, size], { std: 0.1 })]), x])
  })
}

/** Depthwise convolution, norm, two layers, residual (Liu et al. 2022, arXiv:2201.03545, Figure 4). */
function block(context: GraphContext, x: Value, size: number, { block: kind, activation, names }: ConvNextSpec): Value {
  const { graph } = context
  const spread = convolution(context, x, {
    name: names.depthwise,
    inputChannels: size,
    outputChannels: size,
    kernel: [7, 7],
    padding: 3,
    groups: size,
  })
  const normal = layerNorm(context, graph.node('Transpose', [spread], channelsLast), { name: names.norm, size, epsilon })
  const inner = activate(context, linear(context, normal, { name: names.up, inputSize: size, outputSize: 4 * size }), activation)
  const competed = kind === 'response norm' ? globalResponseNorm(context, inner, 'grn', 4 * size) : inner
  const fed = linear(context, competed, { name: names.down, inputSize: 4 * size, outputSize: size })
  // trained scales are far from upstream's initial 1e-6, which would leave the block without effect
  const scaled = kind === 'layer scale' ? graph.node('Mul', [fed, context.weight(names.scale, [size], { mean: 1 })]) : fed
  return graph.node('Add', [x, graph.node('Transpose', [scaled], channelsFirst)])
}

/** All stages' outputs, the finest first. */
export function convNextFeatureMaps(context: GraphContext, pixels: Value, spec: ConvNextSpec): FeatureMap[] {
  const { graph } = context
  const { channels = 3, patch, sizes, depths, names } = spec
  const first = sizes[0]!
  const cut = { name: names.stem[0], inputChannels: channels, outputChannels: first, kernel: [patch, patch], stride: patch }
  let x = imageNorm(context, convolution(context, pixels, cut), names.stem[1], first)
  return sizes.map((size, stage) =>
    graph.scope(names.stage(stage), () => {
      if (stage > 0) {
        const inputChannels = sizes[stage - 1]!
        const normal = imageNorm(context, x, names.downsample[0], inputChannels)
        x = convolution(context, normal, { name: names.downsample[1], inputChannels, outputChannels: size, kernel: [2, 2], stride: 2 })
      }
      for (let layer = 0; layer < depths[stage]!; layer++) x = graph.scope(`layers.${layer}`, () => block(context, x, size, spec))
      return { value: x, channels: size, stride: patch * 2 ** stage }
    }),
  )
}

/** The heads' view: the mean over the image, normed. */
export function convNextBody(spec: ConvNextSpec, scope: string): VisionBody {
  const size = spec.sizes.at(-1)!
  const pooled: VisionBody['summary'] = (context, { hidden }) => ({
    value: context.graph.scope(scope, () =>
      layerNorm(context, meanOfGrid(context, hidden), { name: 'layernorm', size, epsilon: spec.epsilon }),
    ),
    size,
  })
  return {
    pixels: { channels: spec.channels ?? 3 },
    features: (context, pixels) => {
      const last = context.graph.scope(scope, () => convNextFeatureMaps(context, pixels, spec)).at(-1)!
      return { hidden: last.value, dims: [size, 'feature_height', 'feature_width'] }
    },
    pooler: pooled,
    summary: pooled,
    maps: (context, pixels) =>
      convNextFeatureMaps(context, pixels, spec).map((map, stage) => ({
        ...map,
        value: imageNorm(context, map.value, `hidden_states_norms.stage${stage + 1}`, map.channels),
      })),
  }
}
