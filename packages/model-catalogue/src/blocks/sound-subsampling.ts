import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'
import { activate, type Activation } from './activation.ts'
import { halves, multiply, reshape, swapLast, unsqueeze } from './arithmetic.ts'
import { convolution } from './convolution.ts'
import { linear } from './linear.ts'

export interface DepthwiseSubsamplingOptions {
  readonly melBins: number
  readonly channels: number
  readonly size: number
  /** Each halves the frames and the bins. */
  readonly layers: number
}

/**
 * FastConformer's subsampling: a convolution of stride 2, then depthwise and pointwise ones, ReLU behind each, and a projection of what is left of the bins
 * (Rekesh et al. 2023, arXiv:2305.05084, §2.1): `[batch, frames, melBins] → [batch, frames / 2^layers, size]`.
 */
export function depthwiseSubsampling(
  context: GraphContext,
  x: Value,
  { melBins, channels, size, layers }: DepthwiseSubsamplingOptions,
): Value {
  const { graph } = context
  const stride = { kernel: [3, 3], stride: 2, padding: 1 }
  return graph.scope('subsampling', () => {
    let y = graph.node('Relu', [
      convolution(context, unsqueeze(context, x, 1), { name: 'layers.0', inputChannels: 1, outputChannels: channels, ...stride }),
    ])
    for (let layer = 1; layer < layers; layer++) {
      const first = 3 * layer - 1
      const deep = convolution(context, y, {
        name: `layers.${first}`,
        inputChannels: channels,
        outputChannels: channels,
        groups: channels,
        ...stride,
      })
      y = graph.node('Relu', [
        convolution(context, deep, { name: `layers.${first + 1}`, inputChannels: channels, outputChannels: channels, kernel: [1, 1] }),
      ])
    }
    const inputSize = (channels * melBins) / 2 ** layers
    const flat = reshape(context, graph.node('Transpose', [y], { perm: [0, 2, 1, 3] }), [0, 0, inputSize])
    return linear(context, flat, { name: 'linear', inputSize, outputSize: size })
  })
}

export interface GatedSubsamplingOptions {
  readonly inputSize: number
  /** Of the layers between, before the gate halves it. */
  readonly channels: number
  readonly size: number
  readonly kernels: readonly number[]
  readonly stride: number
  /** Zeros on both sides. @default half of the kernel */
  readonly padding?: number
}

/** Strided convolutions over time, each with a gated linear unit (Synnaeve et al. 2019, arXiv:1911.08460, §3.2): `[batch, frames, inputSize] → [batch, fewer, size]`. */
export function gatedSubsampling(context: GraphContext, x: Value, options: GatedSubsamplingOptions): Value {
  const { graph } = context
  const { inputSize, channels, size, kernels, stride, padding } = options
  let y = swapLast(context, x)
  kernels.forEach((kernel, index) => {
    const wide = convolution(context, y, {
      name: `conv_layers.${index}`,
      inputChannels: index === 0 ? inputSize : channels / 2,
      outputChannels: index === kernels.length - 1 ? 2 * size : channels,
      kernel: [kernel],
      stride,
      padding: padding ?? Math.floor(kernel / 2),
    })
    const [values, gates] = halves(context, wide, 1)
    y = multiply(context, values, graph.node('Sigmoid', [gates]))
  })
  return swapLast(context, y)
}

/** A list of convolutions over time with an activation behind each: `[batch, frames, channels] → [batch, fewer, channels]`. */
export function convolveFrames(
  context: GraphContext,
  x: Value,
  layers: readonly {
    readonly name: string
    readonly inputChannels: number
    readonly outputChannels: number
    readonly kernel: number
    readonly stride: number
    readonly padding?: number
  }[],
  activation: Activation,
): Value {
  const y = layers.reduce(
    (value, { kernel, ...layer }) => activate(context, convolution(context, value, { ...layer, kernel: [kernel] }), activation),
    swapLast(context, x),
  )
  return swapLast(context, y)
}
