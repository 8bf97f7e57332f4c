import type { Value } from '@vitest-hardware/onnx-graph'
import { add, halves, multiply, padAxis, reshape, squeeze, swapLast } from '../../blocks/arithmetic.ts'
import { convolution } from '../../blocks/convolution.ts'
import { locationVariableConvolution } from '../../blocks/location-variable-convolution.ts'
import { transposedSound } from '../../blocks/transposed-sound.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, soundFrames } from '../../graphs/text-inputs.ts'
import type { ModelType } from '../../model-type.ts'

const channels = 8
const noiseChannels = 8
const melBins = 16
const kernel = 3
const strides = [2, 2] as const
const dilations = [1, 3] as const
const predictorBlocks = 2
const slope = 0.2

const leaky = (context: GraphContext, x: Value): Value => context.graph.node('LeakyRelu', [x], { alpha: { float: slope } })

interface Kernels {
  /** `[batch, layers, channels, 2 · channels, kernel, frames]` */
  readonly weights: Value
  /** `[batch, layers, 2 · channels, frames]` */
  readonly biases: Value
}

/** A network that makes the kernels of each frame from its spectrum. */
function predictKernels(context: GraphContext, spectrogram: Value): Kernels {
  const { graph } = context
  const same = (x: Value, name: string, outputChannels: number): Value =>
    convolution(context, x, { name, inputChannels: noiseChannels, outputChannels, kernel: [kernel], padding: 1 })
  return graph.scope('kernel_predictor', () => {
    const sizes = { inputChannels: melBins, outputChannels: noiseChannels, kernel: [5], padding: 2 }
    let x = leaky(context, convolution(context, spectrogram, { name: 'input_conv', ...sizes }))
    for (let block = 0; block < predictorBlocks; block++) {
      x = graph.scope(`resblocks.${block}`, () => {
        const first = leaky(context, same(x, 'conv1', noiseChannels))
        return add(context, leaky(context, same(first, 'conv2', noiseChannels)), x)
      })
    }
    const layers = dilations.length
    const weights = same(x, 'kernel_conv', layers * channels * 2 * channels * kernel)
    const biases = same(x, 'bias_conv', layers * 2 * channels)
    return {
      weights: reshape(context, weights, [0, layers, channels, 2 * channels, kernel, -1]),
      biases: reshape(context, biases, [0, layers, 2 * channels, -1]),
    }
  })
}

/** Noise, shaped by the spectrum (Jang et al. 2021, arXiv:2106.07889, §2.1). */
function build(context: GraphContext): void {
  const { graph } = context
  const spectrogram = swapLast(context, graph.input('input_features', 'float32', [batch, soundFrames, melBins]))
  const noise = swapLast(context, graph.input('noise_sequence', 'float32', [batch, soundFrames, noiseChannels]))
  const reflected = (x: Value, name: string, inputChannels: number, outputChannels: number): Value => {
    const padded = padAxis(context, x, { rank: 3, axis: 2, before: 3, after: 3, mode: 'reflect' })
    return convolution(context, padded, { name, inputChannels, outputChannels, kernel: [7] })
  }
  let x = reflected(noise, 'conv_pre', noiseChannels, channels)
  let hop = 1
  strides.forEach((stride, block) => {
    hop *= stride
    x = graph.scope(`resblocks.${block}`, () => {
      const up = { inputChannels: channels, outputChannels: channels, kernel: 2 * stride, stride }
      let y = transposedSound(context, leaky(context, x), {
        name: 'convt_pre',
        ...up,
        padding: Math.ceil(stride / 2),
        outputPadding: stride % 2,
      })
      const { weights, biases } = predictKernels(context, spectrogram)
      dilations.forEach((dilation, layer) => {
        y = graph.scope(`resblocks.${layer}`, () => {
          const sizes = { inputChannels: channels, outputChannels: channels, kernel: [kernel], dilation, padding: dilation }
          const convolved = leaky(context, convolution(context, leaky(context, y), { name: 'conv', ...sizes }))
          const of = (all: Value): Value => graph.node('Gather', [all, graph.constant('int64', layer)], { axis: 1 })
          const local = locationVariableConvolution(context, convolved, {
            weights: of(weights),
            biases: of(biases),
            hop,
            kernel,
            outputChannels: 2 * channels,
          })
          const [gate, value] = halves(context, local, 1)
          return add(context, y, multiply(context, graph.node('Sigmoid', [gate]), graph.node('Tanh', [value])))
        })
      })
      return y
    })
  })
  const sound = graph.node('Tanh', [reflected(leaky(context, x), 'conv_post', channels, 1)])
  graph.output('waveforms', squeeze(context, sound, 1), 'float32', [batch, 'num_samples'])
}

export const modelTypes: readonly ModelType[] = [
  {
    type: 'univnet',
    tasks: ['feature-extraction'],
    config: {
      model_type: 'univnet',
      architectures: ['UnivNetModel'],
      model_in_channels: noiseChannels,
      model_hidden_channels: channels,
      num_mel_bins: melBins,
      resblock_kernel_sizes: strides.map(() => kernel),
      resblock_stride_sizes: strides,
      resblock_dilation_sizes: strides.map(() => dilations),
      kernel_predictor_num_blocks: predictorBlocks,
      kernel_predictor_hidden_channels: noiseChannels,
      kernel_predictor_conv_size: kernel,
      leaky_relu_slope: slope,
    },
    preprocessor: { kind: 'none' },
    graphs: [{ name: 'model', build }],
    transformersJs: null,
    note: 'a vocoder whose kernels are predicted for each frame; noise is an input; Transformers.js has no class for it',
  },
]
