import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'
import { add, multiply } from './arithmetic.ts'
import { convolution } from './convolution.ts'
import { transposedSound } from './transposed-sound.ts'

/** x + sin²(αx)/α for each channel (Ziyin et al. 2020, arXiv:2006.08195, equation 3): `[batch, channels, length]`. */
export function snake(context: GraphContext, x: Value, name: string, channels: number): Value {
  const { graph } = context
  return graph.scope(name, () => {
    const alpha = context.weight('alpha', [1, channels, 1], { mean: 1, std: 0.1 })
    const sine = graph.node('Sin', [multiply(context, alpha, x)])
    const inverse = graph.node('Reciprocal', [graph.node('Add', [alpha, graph.constant('float32', 1e-9)])])
    return add(context, x, multiply(context, inverse, multiply(context, sine, sine)))
  })
}

/** Two convolutions beside a shortcut, the first one dilated. */
function residualUnit(context: GraphContext, x: Value, channels: number, dilation: number): Value {
  const first = convolution(context, snake(context, x, 'snake1', channels), {
    name: 'conv1',
    inputChannels: channels,
    outputChannels: channels,
    kernel: [7],
    dilation,
    padding: 3 * dilation,
  })
  const second = convolution(context, snake(context, first, 'snake2', channels), {
    name: 'conv2',
    inputChannels: channels,
    outputChannels: channels,
    kernel: [1],
  })
  return add(context, x, second)
}

const dilations = [1, 3, 9]
function units(context: GraphContext, x: Value, channels: number): Value {
  return dilations.reduce(
    (y, dilation, index) => context.graph.scope(`res_unit${index + 1}`, () => residualUnit(context, y, channels, dilation)),
    x,
  )
}

export interface SnakeCodecSizes {
  /** Channels of the encoder's first layer; each block doubles them. */
  readonly encoderWidth: number
  /** Channels of the decoder's first layer; each block halves them. */
  readonly decoderWidth: number
  /** Between encoder and decoder. */
  readonly size: number
  readonly strides: readonly number[]
}

/** DAC's encoder (Kumar et al. 2023, arXiv:2306.06546, §3.1): `[batch, 1, samples] → [batch, size, frames]`. */
export function snakeEncoder(context: GraphContext, samples: Value, { encoderWidth, size, strides }: SnakeCodecSizes): Value {
  const { graph } = context
  let channels = encoderWidth
  let x = convolution(context, samples, { name: 'conv1', inputChannels: 1, outputChannels: channels, kernel: [7], padding: 3 })
  strides.forEach((stride, index) => {
    x = graph.scope(`block.${index}`, () => {
      const y = snake(context, units(context, x, channels), 'snake1', channels)
      return convolution(context, y, {
        name: 'conv1',
        inputChannels: channels,
        outputChannels: 2 * channels,
        kernel: [2 * stride],
        stride,
        padding: Math.ceil(stride / 2),
      })
    })
    channels *= 2
  })
  return convolution(context, snake(context, x, 'snake1', channels), {
    name: 'conv2',
    inputChannels: channels,
    outputChannels: size,
    kernel: [3],
    padding: 1,
  })
}

/** DAC's decoder: `[batch, size, frames] → [batch, 1, samples]`; `bounded` puts a hyperbolic tangent at the end. */
export function snakeDecoder(
  context: GraphContext,
  latent: Value,
  { decoderWidth, size, strides }: SnakeCodecSizes,
  bounded = true,
): Value {
  const { graph } = context
  let channels = decoderWidth
  let x = convolution(context, latent, { name: 'conv1', inputChannels: size, outputChannels: channels, kernel: [7], padding: 3 })
  strides.toReversed().forEach((stride, index) => {
    x = graph.scope(`block.${index}`, () => {
      const up = transposedSound(context, snake(context, x, 'snake1', channels), {
        name: 'conv_t1',
        inputChannels: channels,
        outputChannels: channels / 2,
        kernel: 2 * stride,
        stride,
        padding: Math.ceil(stride / 2),
        outputPadding: stride % 2,
      })
      return units(context, up, channels / 2)
    })
    channels /= 2
  })
  const last = convolution(context, snake(context, x, 'snake1', channels), {
    name: 'conv2',
    inputChannels: channels,
    outputChannels: 1,
    kernel: [7],
    padding: 3,
  })
  return bounded ? graph.node('Tanh', [last]) : last
}
