import type { Value } from '@vitest-hardware/onnx-graph'
import { activate, type Activation } from '../blocks/activation.ts'
import { batchNorm } from '../blocks/batch-norm.ts'
import { convolution } from '../blocks/convolution.ts'
import { groupNorm } from '../blocks/norm.ts'
import type { GraphContext } from '../graph-context.ts'
import type { FeatureMap } from '../heads/vision.ts'
import { imageNorm } from './convnext.ts'

/** Convolutional stages whose layers look around without attention: by large kernels, or by nothing but a mean of neighbours. */
export interface NeighbourMixingSpec {
  /** @default 3 */
  readonly channels?: number
  readonly sizes: readonly number[]
  readonly depths: readonly number[]
  readonly patches: readonly number[]
  readonly strides: readonly number[]
  readonly mlpRatios: readonly number[]
  readonly activation: Activation
  /** Of the norm behind a stage. */
  readonly epsilon: number
}

/** PyTorch's default of batch and group norms. */
const epsilon = 1e-5

const point = (context: GraphContext, x: Value, name: string, from: number, to: number): Value =>
  convolution(context, x, { name, inputChannels: from, outputChannels: to, kernel: [1, 1] })

function scaled(context: GraphContext, x: Value, name: string, size: number): Value {
  const { graph } = context
  const factor = graph.node('Unsqueeze', [context.weight(name, [size], { mean: 1 }), graph.constant('int64', [1, 2])])
  return graph.node('Mul', [x, factor])
}

/** An image times its own filter by 5 × 5 and dilated 7 × 7 kernels of each channel (Guo et al. 2022, arXiv:2202.09741, §3.1). */
function largeKernelAttention(context: GraphContext, x: Value, size: number, activation: Activation): Value {
  const { graph } = context
  const sizes = { inputChannels: size, outputChannels: size, groups: size }
  const projected = activate(context, point(context, x, 'pre_projection.conv', size, size), activation)
  const attended = graph.scope('attention_layer.attention', () => {
    const near = convolution(context, projected, { name: 'depth_wise', ...sizes, kernel: [5, 5], padding: 2 })
    const far = convolution(context, near, { name: 'depth_wise_dilated', ...sizes, kernel: [7, 7], padding: 9, dilation: 3 })
    return graph.node('Mul', [projected, point(context, far, 'point_wise', size, size)])
  })
  return graph.node('Add', [point(context, attended, 'post_projection', size, size), x])
}

/** One layer of VAN, in its scope. */
function vanLayer(context: GraphContext, x: Value, size: number, innerSize: number, activation: Activation): Value {
  const { graph } = context
  // upstream's spelling
  const before = batchNorm(context, x, { name: 'pre_normomalization', size, epsilon })
  const attended = graph.scope('attention', () => largeKernelAttention(context, before, size, activation))
  const middle = graph.node('Add', [x, scaled(context, attended, 'attention_scaling.weight', size)])
  const after = batchNorm(context, middle, { name: 'post_normalization', size, epsilon })
  const fed = graph.scope('mlp', () => {
    const wide = point(context, after, 'in_dense', size, innerSize)
    const options = { inputChannels: innerSize, outputChannels: innerSize, groups: innerSize, kernel: [3, 3], padding: 1 }
    const mixed = convolution(context, wide, { name: 'depth_wise', ...options })
    return point(context, activate(context, mixed, activation), 'out_dense', innerSize, size)
  })
  return graph.node('Add', [middle, scaled(context, fed, 'mlp_scaling.weight', size)])
}

/** VAN's stages, a layer norm behind each. */
export function largeKernelNetwork(context: GraphContext, pixels: Value, spec: NeighbourMixingSpec): FeatureMap[] {
  const { graph } = context
  const { sizes, depths, patches, strides, mlpRatios, activation } = spec
  let x = pixels
  let total = 1
  return sizes.map((size, stage) =>
    graph.scope(`encoder.stages.${stage}`, () => {
      const kernel = patches[stage]!
      total *= strides[stage]!
      const cut = convolution(context, x, {
        name: 'embeddings.convolution',
        inputChannels: stage === 0 ? (spec.channels ?? 3) : sizes[stage - 1]!,
        outputChannels: size,
        kernel: [kernel, kernel],
        stride: strides[stage]!,
        padding: Math.floor(kernel / 2),
      })
      x = batchNorm(context, cut, { name: 'embeddings.normalization', size, epsilon })
      for (let layer = 0; layer < depths[stage]!; layer++)
        x = graph.scope(`layers.${layer}`, () => vanLayer(context, x, size, mlpRatios[stage]! * size, activation))
      x = imageNorm(context, x, 'normalization', size, spec.epsilon)
      return { value: x, channels: size, stride: total }
    }),
  )
}

/** One layer of PoolFormer: what differs from the mean of 3 × 3 neighbours mixes tokens (Yu et al. 2022, arXiv:2111.11418, §3.2). */
function poolLayer(context: GraphContext, x: Value, size: number, innerSize: number, activation: Activation, pool: number): Value {
  const { graph } = context
  const norm = (y: Value, name: string): Value => groupNorm(context, y, { name, size, epsilon, groups: 1 })
  const normal = norm(x, 'before_norm')
  const half = Math.floor(pool / 2)
  const mean = graph.node('AveragePool', [normal], {
    kernel_shape: [pool, pool],
    strides: [1, 1],
    pads: [half, half, half, half],
    count_include_pad: 0,
  })
  const middle = graph.node('Add', [x, scaled(context, graph.node('Sub', [mean, normal]), 'layer_scale_1', size)])
  const inner = activate(context, point(context, norm(middle, 'after_norm'), 'output.conv1', size, innerSize), activation)
  return graph.node('Add', [middle, scaled(context, point(context, inner, 'output.conv2', innerSize, size), 'layer_scale_2', size)])
}

/** PoolFormer's stages, without norms between them. */
export function poolNetwork(
  context: GraphContext,
  pixels: Value,
  spec: NeighbourMixingSpec & { readonly pool: number; readonly paddings: readonly number[] },
): FeatureMap[] {
  const { graph } = context
  const { sizes, depths, patches, strides, mlpRatios, activation } = spec
  let x = pixels
  let total = 1
  return sizes.map((size, stage) => {
    const kernel = patches[stage]!
    total *= strides[stage]!
    x = convolution(context, x, {
      name: `encoder.patch_embeddings.${stage}.projection`,
      inputChannels: stage === 0 ? (spec.channels ?? 3) : sizes[stage - 1]!,
      outputChannels: size,
      kernel: [kernel, kernel],
      stride: strides[stage]!,
      padding: spec.paddings[stage]!,
    })
    for (let layer = 0; layer < depths[stage]!; layer++)
      x = graph.scope(`encoder.block.${stage}.${layer}`, () => poolLayer(context, x, size, mlpRatios[stage]! * size, activation, spec.pool))
    return { value: x, channels: size, stride: total }
  })
}
