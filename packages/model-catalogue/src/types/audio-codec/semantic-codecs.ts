import type { Value } from '@vitest-hardware/onnx-graph'
import { encodeSpeech } from '../../architectures/speech-encoder.ts'
import { add, padAxis, scaled, slice, squeeze, swapLast } from '../../blocks/arithmetic.ts'
import { asLongAs } from '../../blocks/causal-codec.ts'
import { convolution } from '../../blocks/convolution.ts'
import { linear } from '../../blocks/linear.ts'
import { type Quantised, residualQuantiser } from '../../blocks/residual-quantiser.ts'
import { snakeDecoder, snakeEncoder } from '../../blocks/snake-codec.ts'
import { audioPreprocessor } from '../../folder/preprocessor.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch } from '../../graphs/text-inputs.ts'
import type { ModelType } from '../../model-type.ts'
import { waveformConfig } from '../speech/speech-type.ts'

const entries = 32
const codebooks = 3
const acoustic = { encoderWidth: 8, decoderWidth: 32, size: 16, strides: [2, 4] } as const
const hop = 8
const semanticSize = waveformConfig.hidden_size
const size = acoustic.size + semanticSize
const semantic = { strides: [1, 1], channel_ratios: [1, 1], block_dilations: [1, 1], kernel_size: 3, unit_kernel_size: 3 } as const

interface CodecSpec {
  /** Of the speech encoder that tells what is said. */
  readonly waveform: { readonly channels: readonly number[]; readonly kernels: readonly number[]; readonly strides: readonly number[] }
  /** Samples that are zero before and behind what it hears. */
  readonly padding: number
  /** Every how many of its frames one is kept. */
  readonly every: number
  readonly quantise: (context: GraphContext, x: Value) => Quantised
}

/** The mean of all hidden states of HuBERT: `[batch, frames, semanticSize]`. */
function meaning(context: GraphContext, samples: Value, { waveform, padding, every }: CodecSpec): Value {
  const padded = padAxis(context, squeeze(context, samples, 1), { rank: 2, axis: 1, before: padding, after: padding })
  const states: Value[] = []
  encodeSpeech(context, padded, {
    body: 'semantic_model',
    size: semanticSize,
    heads: waveformConfig.num_attention_heads,
    layers: waveformConfig.num_hidden_layers,
    innerSize: waveformConfig.intermediate_size,
    activation: waveformConfig.hidden_act,
    epsilon: waveformConfig.layer_norm_eps,
    waveform,
    positions: { kernel: waveformConfig.num_conv_pos_embeddings, groups: waveformConfig.num_conv_pos_embedding_groups },
    seen: (x) => states.push(x),
  })
  const mean = scaled(context, add(context, states[0]!, ...states.slice(1)), 1 / states.length)
  return every === 1 ? mean : slice(context, mean, 1, 0, undefined, every)
}

/** Convolutions over what is said, with ELU. */
function encodeMeaning(context: GraphContext, x: Value): Value {
  const { graph } = context
  const same = (y: Value, name: string, kernel: number, dilation: number, bias: boolean): Value =>
    convolution(context, y, {
      name,
      inputChannels: semanticSize,
      outputChannels: semanticSize,
      kernel: [kernel],
      dilation,
      padding: ((kernel - 1) / 2) * dilation,
      bias,
    })
  const elu = (y: Value): Value => graph.node('Elu', [y])
  return graph.scope('encoder_semantic', () => {
    let y = same(x, 'conv', semantic.kernel_size, 1, false)
    semantic.strides.forEach((_, block) => {
      y = graph.scope(`conv_blocks.${block}`, () => {
        const through = semantic.block_dilations.reduce<Value>((z, dilation, unit) => {
          const inner = graph.scope(`res_units.${unit}`, () =>
            same(elu(same(elu(z), 'conv1', semantic.unit_kernel_size, dilation, false)), 'conv2', 1, 1, false),
          )
          return add(context, z, inner)
        }, y)
        return same(through, 'conv', 3, 1, true)
      })
    })
    return y
  })
}

/** What is said beside how it sounds, quantised together; only the sound is decoded (Ye et al. 2024, arXiv:2408.17175, §3.2). */
function build(context: GraphContext, spec: CodecSpec): void {
  const { graph } = context
  const samples = graph.input('input_values', 'float32', [batch, 1, 'num_samples'])
  const said = encodeMeaning(context, swapLast(context, meaning(context, samples, spec)))
  const sound = graph.scope('acoustic_encoder', () => snakeEncoder(context, samples, acoustic))
  const both = swapLast(context, graph.node('Concat', [sound, said], { axis: 1 }))
  const mixed = swapLast(context, linear(context, both, { name: 'fc', inputSize: size, outputSize: size }))
  const { codes, values } = graph.scope('quantizer', () => spec.quantise(context, mixed))
  const narrowed = linear(context, swapLast(context, values), { name: 'fc2', inputSize: size, outputSize: acoustic.size })
  const audio = graph.scope('acoustic_decoder', () => snakeDecoder(context, swapLast(context, narrowed), acoustic, false))
  graph.output('audio_codes', codes, 'int64', [batch, codebooks, 'num_frames'])
  graph.output('audio_values', asLongAs(context, audio, samples), 'float32', [batch, 1, 'num_samples'])
}

const plain = (context: GraphContext, x: Value): Quantised =>
  residualQuantiser(context, x, { codebooks, entries, size, name: (index) => `quantizers.${index}.codebook` })

interface SemanticCodecOptions {
  readonly prefix: string
  readonly tasks: readonly [string, ...string[]]
  readonly spec: CodecSpec
  readonly config: Readonly<Record<string, unknown>>
  readonly note: string
}

function semanticCodec(type: string, { prefix, tasks, spec, config, note }: SemanticCodecOptions): ModelType {
  const architecture = `${prefix}Model`
  const graphs = [{ name: 'model', build: (context: GraphContext) => build(context, spec) }] as const
  return {
    type,
    tasks,
    config: {
      model_type: type,
      architectures: [architecture],
      ...semantic,
      sample_rate: 16_000,
      hidden_size: size,
      hop_length: hop,
      num_quantizers: codebooks,
      codebook_size: entries,
      codebook_dim: size,
      acoustic_model_config: {
        model_type: 'dac',
        encoder_hidden_size: acoustic.encoderWidth,
        decoder_hidden_size: acoustic.decoderWidth,
        hidden_size: acoustic.size,
        downsampling_ratios: acoustic.strides,
        upsampling_ratios: acoustic.strides.toReversed(),
      },
      semantic_model_config: {
        model_type: 'hubert',
        ...waveformConfig,
        conv_dim: spec.waveform.channels,
        conv_kernel: spec.waveform.kernels,
        conv_stride: spec.waveform.strides,
      },
      ...config,
    },
    preprocessor: { kind: 'audio', extractorClass: 'DacFeatureExtractor' },
    graphs,
    heads: Object.fromEntries(tasks.slice(1).map((task) => [task, { architecture, graphs }])),
    files: {
      'preprocessor_config.json': audioPreprocessor({ type: 'DacFeatureExtractor', extra: { feature_size: 1, hop_length: hop } }),
    },
    transformersJs: null,
    note: `${note}; the decoder of meaning is of training alone; Transformers.js has no class for it`,
  }
}

export const modelTypes: readonly ModelType[] = [
  semanticCodec('xcodec', {
    prefix: 'Xcodec',
    tasks: ['feature-extraction'],
    spec: { waveform: { channels: [16, 16], kernels: [8, 3], strides: [4, 2] }, padding: hop / 2, every: 1, quantise: plain },
    config: {},
    note: 'HuBERT’s mean hidden state beside DAC’s code, one quantiser for both',
  }),
]
