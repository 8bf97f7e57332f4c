import type { Value } from '@vitest-hardware/onnx-graph'
import { add, multiply } from '../../blocks/arithmetic.ts'
import { attention } from '../../blocks/attention.ts'
import { causalMask } from '../../blocks/attention-mask.ts'
import {
  asLongAs,
  type CausalCodecSizes,
  causalDecoder,
  causalEncoder,
  causalStrided,
  causalUpsampling,
  overFrames,
} from '../../blocks/causal-codec.ts'
import { convolution } from '../../blocks/convolution.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { positionRange } from '../../blocks/position.ts'
import { factorisedQuantiser, residualQuantiser } from '../../blocks/residual-quantiser.ts'
import { rotaryAngles } from '../../blocks/rotary-position.ts'
import { snakeDecoder, snakeEncoder } from '../../blocks/snake-codec.ts'
import { audioPreprocessor } from '../../folder/preprocessor.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch } from '../../graphs/text-inputs.ts'
import type { ModelType } from '../../model-type.ts'

const entries = 32

const encodec: CausalCodecSizes = {
  filters: 8,
  size: 16,
  ratios: [4, 2],
  kernel: 7,
  lastKernel: 7,
  residualKernel: 3,
  shortcut: true,
  recurrentLayers: 2,
  padding: 'reflect',
}

const samplesInput = (context: GraphContext): Value => context.graph.input('input_values', 'float32', [batch, 1, 'num_samples'])

/** Encode, quantise, decode. */
function buildEncodec(context: GraphContext): void {
  const { graph } = context
  const samples = samplesInput(context)
  const latent = graph.scope('encoder', () => causalEncoder(context, samples, encodec))
  const { codes, values } = graph.scope('quantizer', () =>
    residualQuantiser(context, latent, { codebooks: 4, entries, size: encodec.size, name: (index) => `layers.${index}.codebook` }),
  )
  const audio = graph.scope('decoder', () => causalDecoder(context, values, encodec))
  graph.output('audio_codes', graph.node('Unsqueeze', [codes, graph.constant('int64', [0])]), 'int64', [1, batch, 4, 'num_frames'])
  graph.output('audio_values', asLongAs(context, audio, samples), 'float32', [batch, 1, 'num_samples'])
}

const dac = { encoderWidth: 8, decoderWidth: 32, size: 32, strides: [2, 4], codebooks: 3, codeSize: 8 } as const

function buildDac(context: GraphContext): void {
  const { graph } = context
  const samples = samplesInput(context)
  const latent = graph.scope('encoder', () => snakeEncoder(context, samples, dac))
  const { codes, values, latents } = graph.scope('quantizer', () => factorisedQuantiser(context, latent, { ...dac, entries }))
  graph.output(
    'audio_values',
    graph.scope('decoder', () => snakeDecoder(context, values, dac)),
    'float32',
    [batch, 1, 'decoded_samples'],
  )
  graph.output('quantized_representation', values, 'float32', [batch, dac.size, 'num_frames'])
  graph.output('audio_codes', codes, 'int64', [batch, dac.codebooks, 'num_frames'])
  graph.output('projected_latents', latents, 'float32', [batch, dac.codebooks * dac.codeSize, 'num_frames'])
}

const mimi: CausalCodecSizes = { ...encodec, size: 32, lastKernel: 3, shortcut: false, recurrentLayers: 0, padding: 'constant' }
const mimiQuantiser = { size: 16, semantic: 1, acoustic: 3 } as const
const mimiHeads = 4

/** Pre-norm layers with factors on what is added, rotation, and a window (Défossez et al. 2024, arXiv:2410.00037, §3.3). */
function mimiTransformer(context: GraphContext, frames: Value, window: number): Value {
  const { graph } = context
  const { size } = mimi
  const biases = [causalMask(context, { queries: frames, window })]
  const rotary = rotaryAngles(context, { positions: positionRange(context, frames), size: size / mimiHeads })
  let x = frames
  for (let layer = 0; layer < 2; layer++) {
    x = graph.scope(`layers.${layer}`, () => {
      const norm = (y: Value, name: string): Value => layerNorm(context, y, { name, size, epsilon: 1e-5 })
      const weighed = (y: Value, name: string): Value =>
        graph.scope(name, () => multiply(context, y, context.weight('scale', [size], { mean: 0.5 })))
      const attended = graph.scope('self_attn', () =>
        attention(context, norm(x, 'input_layernorm'), { size, heads: mimiHeads, bias: false, biases, rotary }),
      )
      const middle = add(context, x, weighed(attended, 'self_attn_layer_scale'))
      const options = { names: { up: 'fc1', down: 'fc2' }, size, innerSize: 64, activation: 'gelu', bias: false } as const
      const fed = graph.scope('mlp', () => feedForward(context, norm(middle, 'post_attention_layernorm'), options))
      return add(context, middle, weighed(fed, 'mlp_layer_scale'))
    })
  }
  return x
}

/** Mimi's quantiser: one codebook for what is said, and residual ones beside it for how it sounds. */
function mimiQuantise(context: GraphContext, latent: Value) {
  const { graph } = context
  const half = (name: string, codebooks: number) =>
    graph.scope(name, () => {
      const point = { kernel: [1], bias: false }
      const narrow = convolution(context, latent, {
        name: 'input_proj',
        inputChannels: mimi.size,
        outputChannels: mimiQuantiser.size,
        ...point,
      })
      const chosen = residualQuantiser(context, narrow, {
        codebooks,
        entries,
        size: mimiQuantiser.size,
        name: (index) => `layers.${index}.codebook`,
      })
      const values = convolution(context, chosen.values, {
        name: 'output_proj',
        inputChannels: mimiQuantiser.size,
        outputChannels: mimi.size,
        ...point,
      })
      return { codes: chosen.codes, values }
    })
  const [semantic, acoustic] = [
    half('semantic_residual_vector_quantizer', mimiQuantiser.semantic),
    half('acoustic_residual_vector_quantizer', mimiQuantiser.acoustic),
  ]
  return {
    codes: graph.node('Concat', [semantic.codes, acoustic.codes], { axis: 1 }),
    values: add(context, semantic.values, acoustic.values),
  }
}

function buildMimi(context: GraphContext): void {
  const { graph } = context
  const samples = samplesInput(context)
  const { size } = mimi
  const window = 50
  const encoded = graph.scope('encoder', () => causalEncoder(context, samples, mimi))
  const mixed = graph.scope('encoder_transformer', () => overFrames(context, encoded, (frames) => mimiTransformer(context, frames, window)))
  const half = graph.scope('downsample', () =>
    causalStrided(context, mixed, {
      name: 'conv',
      inputChannels: size,
      outputChannels: size,
      kernel: 4,
      stride: 2,
      bias: false,
      mode: 'edge',
    }),
  )
  const { codes, values } = graph.scope('quantizer', () => mimiQuantise(context, half))
  const doubled = graph.scope('upsample', () =>
    causalUpsampling(context, values, {
      name: 'conv',
      inputChannels: size,
      outputChannels: size,
      kernel: 4,
      stride: 2,
      groups: size,
      bias: false,
    }),
  )
  const unmixed = graph.scope('decoder_transformer', () =>
    overFrames(context, doubled, (frames) => mimiTransformer(context, frames, window)),
  )
  const audio = graph.scope('decoder', () => causalDecoder(context, unmixed, mimi))
  graph.output('audio_codes', codes, 'int64', [batch, mimiQuantiser.semantic + mimiQuantiser.acoustic, 'num_frames'])
  graph.output('audio_values', asLongAs(context, audio, samples), 'float32', [batch, 1, 'num_samples'])
}

const causalFields = ({
  filters,
  size,
  ratios,
  kernel,
  lastKernel,
  residualKernel,
  recurrentLayers,
  padding,
  shortcut,
}: CausalCodecSizes) => ({
  audio_channels: 1,
  num_filters: filters,
  hidden_size: size,
  upsampling_ratios: ratios,
  kernel_size: kernel,
  last_kernel_size: lastKernel,
  residual_kernel_size: residualKernel,
  num_lstm_layers: recurrentLayers,
  pad_mode: padding,
  use_conv_shortcut: shortcut,
  use_causal_conv: true,
  num_residual_layers: 1,
  compress: 2,
  dilation_growth_rate: 2,
  codebook_size: entries,
  trim_right_ratio: 1,
})

interface CodecOptions {
  readonly prefix: string
  readonly config: Readonly<Record<string, unknown>>
  readonly extractor: string
  readonly build: (context: GraphContext) => void
  readonly tokenises?: boolean
  readonly note: string
}

/** A type that makes codes of sounds and sounds of codes. */
export function codecType(type: string, { prefix, config, extractor, build, tokenises = false, note }: CodecOptions): ModelType {
  const graphs = [{ name: 'model', build }] as const
  return {
    type,
    tasks: tokenises ? ['feature-extraction', 'audio-tokenization'] : ['feature-extraction'],
    config: { model_type: type, architectures: [`${prefix}Model`], ...config },
    preprocessor: { kind: 'audio', extractorClass: extractor },
    graphs,
    ...(tokenises ? { heads: { 'audio-tokenization': { architecture: `${prefix}Model`, graphs } } } : {}),
    files: { 'preprocessor_config.json': audioPreprocessor({ type: extractor, extra: { feature_size: 1 } }) },
    transformersJs: null,
    note,
  }
}

export const modelTypes: readonly ModelType[] = [
  codecType('encodec', {
    prefix: 'Encodec',
    config: {
      ...causalFields(encodec),
      codebook_dim: encodec.size,
      target_bandwidths: [1.5],
      sampling_rate: 16_000,
      norm_type: 'weight_norm',
    },
    extractor: 'EncodecFeatureExtractor',
    build: buildEncodec,
    note: 'causal convolutions, an LSTM and residual quantisation; weight norms are folded in; Transformers.js has no class for it',
  }),
  codecType('dac', {
    prefix: 'Dac',
    config: {
      encoder_hidden_size: dac.encoderWidth,
      decoder_hidden_size: dac.decoderWidth,
      hidden_size: dac.size,
      downsampling_ratios: dac.strides,
      upsampling_ratios: dac.strides.toReversed(),
      n_codebooks: dac.codebooks,
      codebook_size: entries,
      codebook_dim: dac.codeSize,
      sampling_rate: 16_000,
    },
    extractor: 'DacFeatureExtractor',
    build: buildDac,
    tokenises: true,
    note: 'Snake activations and codebooks compared by direction; Transformers.js has it as an encoder and a decoder of their own',
  }),
  codecType('mimi', {
    prefix: 'Mimi',
    config: {
      ...causalFields(mimi),
      codebook_dim: mimiQuantiser.size,
      vector_quantization_hidden_dimension: mimiQuantiser.size,
      num_quantizers: mimiQuantiser.semantic + mimiQuantiser.acoustic,
      num_semantic_quantizers: mimiQuantiser.semantic,
      num_hidden_layers: 2,
      num_attention_heads: mimiHeads,
      intermediate_size: 64,
      sliding_window: 50,
      layer_scale_initial_scale: 0.5,
      sampling_rate: 16_000,
    },
    extractor: 'EncodecFeatureExtractor',
    build: buildMimi,
    note: 'transformers within the codec, a codebook of meaning beside those of sound; Transformers.js has it as an encoder and a decoder of their own',
  }),
]
