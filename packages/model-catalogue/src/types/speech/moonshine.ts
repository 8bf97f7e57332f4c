import type { Value } from '@vitest-hardware/onnx-graph'
import {
  type CrossDecoderSpec,
  type CrossEncoder,
  crossHiddenGraph,
  fairseqNames,
  moonshineNames,
  recognitionGraphs,
} from '../../architectures/cross-decoder.ts'
import { activate } from '../../blocks/activation.ts'
import { add, multiply, scaled, slice, swapLast } from '../../blocks/arithmetic.ts'
import { attention } from '../../blocks/attention.ts'
import { localMask, paddingMask } from '../../blocks/attention-mask.ts'
import { convolution } from '../../blocks/convolution.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { groupNorm, layerNorm, plainLayerNorm } from '../../blocks/norm.ts'
import { positionRange, sinusoids } from '../../blocks/position.ts'
import { anglesOf, rotate, type RotarySpec } from '../../blocks/rotary-layout.ts'
import { gatedSubsampling } from '../../blocks/sound-subsampling.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, idsInput, soundFrames } from '../../graphs/text-inputs.ts'
import { audioPreprocessor } from '../../folder/preprocessor.ts'
import { type ModelType, type Preprocessor, vocabularySize } from '../../model-type.ts'
import { fastConformer } from './fast-conformers.ts'

const size = 32
const heads = 4
const headSize = size / heads
const layers = 2
const innerSize = 64

interface RecogniserOptions {
  readonly type: string
  readonly prefix: string
  readonly config: Readonly<Record<string, unknown>>
  readonly encoder: CrossEncoder
  readonly decoder: CrossDecoderSpec
  readonly extractor: { readonly type: string; readonly processor: string; readonly fields: Readonly<Record<string, unknown>> }
  readonly preprocessor?: Preprocessor
  /** @default false */
  readonly encoderIsMasked?: boolean
  readonly note: string
}

/** A type that hears with an encoder and writes with a decoder. */
export function recognitionType({
  type,
  prefix,
  config,
  encoder,
  decoder,
  extractor,
  preprocessor,
  encoderIsMasked = false,
  note,
}: RecogniserOptions): ModelType {
  return {
    type,
    tasks: ['automatic-speech-recognition', 'feature-extraction'],
    config: {
      model_type: type,
      architectures: [`${prefix}ForConditionalGeneration`],
      vocab_size: vocabularySize,
      is_encoder_decoder: true,
      ...config,
    },
    preprocessor: preprocessor ?? { kind: 'audio', extractorClass: extractor.type, tokenizer: 'LlamaTokenizer' },
    graphs: recognitionGraphs(encoder, decoder, { encoderIsMasked }),
    heads: { 'feature-extraction': { architecture: `${prefix}Model`, graphs: [crossHiddenGraph(encoder, decoder)] } },
    files: {
      'preprocessor_config.json': audioPreprocessor({ type: extractor.type, processorClass: extractor.processor, extra: extractor.fields }),
    },
    transformersJs: null,
    note,
  }
}

const decoderBase = { vocabulary: vocabularySize, size, layers, heads, innerSize } as const
const rotary: RotarySpec = { size: 6, layout: 'interleaved' }

/** A layer of Moonshine's encoders: pre-norm, without biases in attention. */
function moonshineLayer(
  context: GraphContext,
  x: Value,
  norm: (y: Value, name: string) => Value,
  options: { readonly biases?: readonly Value[]; readonly turn?: (y: Value) => Value },
): Value {
  const { graph } = context
  const { biases = [], turn } = options
  const attended = graph.scope('self_attn', () =>
    attention(context, norm(x, 'input_layernorm'), { size, heads, bias: false, biases, ...(turn ? { headNorm: turn } : {}) }),
  )
  const middle = add(context, x, attended)
  const fed = graph.scope('mlp', () =>
    feedForward(context, norm(middle, 'post_attention_layernorm'), {
      names: { up: 'fc1', down: 'fc2' },
      size,
      innerSize,
      activation: 'gelu',
    }),
  )
  return add(context, middle, fed)
}

/** Jeffries et al. 2024, arXiv:2410.15608, §3.1: three convolutions over the samples, and rotary positions. */
const moonshineEncoder: CrossEncoder = (context) => {
  const { graph } = context
  const samples = graph.input('input_values', 'float32', [batch, 'num_samples'])
  const hidden = graph.scope('model.encoder', () => {
    const mono = graph.node('Unsqueeze', [samples, graph.constant('int64', [1])])
    const first = graph.node('Tanh', [
      convolution(context, mono, { name: 'conv1', inputChannels: 1, outputChannels: size, kernel: [31], stride: 16, bias: false }),
    ])
    const normal = groupNorm(context, first, { name: 'groupnorm', size, groups: 1, epsilon: 1e-5, spatialAxes: 1 })
    const second = activate(
      context,
      convolution(context, normal, { name: 'conv2', inputChannels: size, outputChannels: 2 * size, kernel: [7], stride: 3 }),
      'gelu',
    )
    const third = activate(
      context,
      convolution(context, second, { name: 'conv3', inputChannels: 2 * size, outputChannels: size, kernel: [3], stride: 2 }),
      'gelu',
    )
    let x = swapLast(context, third)
    const angles = anglesOf(context, positionRange(context, x), rotary)
    const norm = (y: Value, name: string): Value => layerNorm(context, y, { name, size, epsilon: 1e-5, bias: false })
    const turn = (y: Value): Value => rotate(context, y, angles, rotary, headSize)
    for (let layer = 0; layer < layers; layer++) x = graph.scope(`layers.${layer}`, () => moonshineLayer(context, x, norm, { turn }))
    return norm(x, 'layer_norm')
  })
  return { hidden, mask: undefined, hiddenLength: 'num_frames' }
}

const moonshineDecoder: CrossDecoderSpec = {
  ...decoderBase,
  body: 'model.decoder',
  activation: 'silu',
  gated: true,
  names: moonshineNames,
  norms: 'before',
  normBias: false,
  bias: false,
  positions: { kind: 'rotary', rotary },
}

const frameLength = 80
/** Frames of the waveform, compressed by an inverse hyperbolic sine, causal convolutions, windows of attention and no positions. */
const streamingEncoder: CrossEncoder = (context) => {
  const { graph } = context
  const samples = graph.input('input_values', 'float32', [batch, 'num_samples'])
  const hidden = graph.scope('model.encoder', () => {
    const gammaNorm = (y: Value, name: string): Value =>
      graph.scope(name, () => {
        const gamma = graph.node('Add', [context.weight('gamma', [size]), graph.constant('float32', 1)])
        return multiply(context, plainLayerNorm(context, y, { size, epsilon: 1e-5 }), gamma)
      })
    let x = graph.scope('embedder', () => {
      const frames = graph.node('Reshape', [samples, graph.constant('int64', [0, -1, frameLength])])
      const steady = plainLayerNorm(context, frames, { size: frameLength, epsilon: 1e-6 })
      const compressed = graph.node('Asinh', [
        multiply(context, graph.node('Exp', [context.weight('comp.log_k', [], { mean: -0.29, std: 0.05 })]), steady),
      ])
      const wide = activate(
        context,
        linear(context, compressed, { name: 'linear', inputSize: frameLength, outputSize: size, bias: false }),
        'silu',
      )
      const causal = (y: Value, name: string, inputChannels: number, outputChannels: number): Value =>
        convolution(context, graph.node('Pad', [y, graph.constant('int64', [0, 0, 4, 0, 0, 0])]), {
          name,
          inputChannels,
          outputChannels,
          kernel: [5],
          stride: 2,
        })
      const first = activate(context, causal(swapLast(context, wide), 'conv1', size, 2 * size), 'silu')
      return swapLast(context, causal(first, 'conv2', 2 * size, size))
    })
    const ones = graph.node('Expand', [graph.constant('int64', 1), graph.node('Shape', [x], { start: 0, end: 2 })])
    const biases = [localMask(context, ones, 3)]
    for (let layer = 0; layer < layers; layer++) x = graph.scope(`layers.${layer}`, () => moonshineLayer(context, x, gammaNorm, { biases }))
    return gammaNorm(x, 'final_norm')
  })
  return { hidden, mask: undefined, hiddenLength: 'num_frames' }
}

/** Learned places that a decoder adds to what it hears. */
const placedBridge = (context: GraphContext, hidden: Value): Value =>
  context.graph.scope('pos_emb', () =>
    add(
      context,
      hidden,
      context.graph.node('Gather', [context.weight('weight', [512, size], { std: 0.5 }), positionRange(context, hidden)], { axis: 0 }),
    ),
  )

const melBins = 16
/** Wang et al. 2020 (fairseq S2T, arXiv:2010.05171): two gated convolutions of stride 2, sinusoids, pre-norm layers. */
const speechToTextEncoder: CrossEncoder = (context) => {
  const { graph } = context
  const features = graph.input('input_features', 'float32', [batch, soundFrames, melBins])
  const mask = idsInput(context, 'attention_mask', soundFrames)
  const fewer = slice(context, mask, 1, 0, undefined, 4)
  const hidden = graph.scope('model.encoder', () => {
    const options = { inputSize: melBins, channels: 2 * size, size, kernels: [5, 5], stride: 2 }
    const frames = scaled(
      context,
      graph.scope('conv', () => gatedSubsampling(context, features, options)),
      Math.sqrt(size),
    )
    const table = graph.scope('embed_positions', () =>
      context.fixed('weights', { type: 'float32', dims: [512, size], data: sinusoids(512, size) }),
    )
    let x = add(context, frames, graph.node('Gather', [table, positionRange(context, frames, 2)], { axis: 0 }))
    const norm = (y: Value, name: string): Value => layerNorm(context, y, { name, size, epsilon: 1e-5 })
    const biases = [paddingMask(context, fewer)]
    for (let layer = 0; layer < layers; layer++) {
      x = graph.scope(`layers.${layer}`, () => {
        const attended = graph.scope('self_attn', () =>
          attention(context, norm(x, 'self_attn_layer_norm'), { size, heads, names: fairseqNames.attention, biases }),
        )
        const middle = add(context, x, attended)
        return add(
          context,
          middle,
          feedForward(context, norm(middle, 'final_layer_norm'), {
            names: { up: 'fc1', down: 'fc2' },
            size,
            innerSize,
            activation: 'relu',
          }),
        )
      })
    }
    return norm(x, 'layer_norm')
  })
  return { hidden, mask: fewer, hiddenLength: 'num_frames' }
}

const cohereEncoder: CrossEncoder = (context) => {
  const features = context.graph.input('input_features', 'float32', [batch, soundFrames, melBins])
  const hidden = context.graph.scope('model.encoder', () => fastConformer(context, features, { scaleInput: false }))
  return { hidden, mask: undefined, hiddenLength: 'num_frames' }
}

const shape = {
  hidden_size: size,
  num_attention_heads: heads,
  num_key_value_heads: heads,
  num_hidden_layers: layers,
  intermediate_size: innerSize,
}
const moonshineConfig = {
  hidden_size: size,
  intermediate_size: innerSize,
  encoder_num_hidden_layers: layers,
  decoder_num_hidden_layers: layers,
  encoder_num_attention_heads: heads,
  decoder_num_attention_heads: heads,
  encoder_hidden_act: 'gelu',
  decoder_hidden_act: 'silu',
  max_position_embeddings: 512,
  partial_rotary_factor: 0.75,
  attention_bias: false,
  decoder_start_token_id: 1,
  bos_token_id: 1,
  eos_token_id: 2,
}
const waveforms = { type: 'Wav2Vec2FeatureExtractor', processor: 'Wav2Vec2Processor', fields: { feature_size: 1, do_normalize: false } }
const untried = 'not tried with Transformers.js'

export const modelTypes: readonly ModelType[] = [
  recognitionType({
    type: 'moonshine',
    prefix: 'Moonshine',
    config: moonshineConfig,
    encoder: moonshineEncoder,
    decoder: moonshineDecoder,
    extractor: waveforms,
    note: `a first stride of 16 samples where upstream has 64; ${untried}`,
  }),
  recognitionType({
    type: 'moonshine_streaming',
    prefix: 'MoonshineStreaming',
    config: {
      ...moonshineConfig,
      hidden_act: 'silu',
      encoder_config: {
        model_type: 'moonshine_streaming_encoder',
        ...shape,
        hidden_act: 'gelu',
        sliding_windows: [
          [4, 4],
          [4, 4],
        ],
        frame_ms: 5,
        sample_rate: 16_000,
      },
    },
    encoder: streamingEncoder,
    decoder: { ...moonshineDecoder, bridge: placedBridge, head: 'proj_out' },
    extractor: waveforms,
    note: `frames of 80 samples, windows of attention, places added by the decoder; ${untried}`,
  }),
  recognitionType({
    type: 'speech_to_text',
    prefix: 'Speech2Text',
    config: {
      d_model: size,
      encoder_layers: layers,
      decoder_layers: layers,
      encoder_attention_heads: heads,
      decoder_attention_heads: heads,
      encoder_ffn_dim: innerSize,
      decoder_ffn_dim: innerSize,
      activation_function: 'relu',
      scale_embedding: true,
      num_conv_layers: 2,
      conv_kernel_sizes: [5, 5],
      conv_channels: 2 * size,
      input_feat_per_channel: melBins,
      input_channels: 1,
      max_target_positions: 256,
      pad_token_id: 1,
      bos_token_id: 0,
      eos_token_id: 2,
      decoder_start_token_id: 2,
    },
    encoder: speechToTextEncoder,
    encoderIsMasked: true,
    decoder: {
      ...decoderBase,
      body: 'model.decoder',
      activation: 'relu',
      names: fairseqNames,
      norms: 'before',
      positions: { kind: 'sinusoidal', count: 256, offset: 2 },
      embeddingScale: Math.sqrt(size),
    },
    extractor: {
      type: 'Speech2TextFeatureExtractor',
      processor: 'Speech2TextProcessor',
      fields: { feature_size: melBins, num_mel_bins: melBins },
    },
    note: 'gated convolutions of stride 2 twice; Transformers.js has no class for it',
  }),
  recognitionType({
    type: 'cohere_asr',
    prefix: 'CohereAsr',
    config: {
      ...shape,
      hidden_act: 'relu',
      max_position_embeddings: 256,
      attention_bias: true,
      encoder_config: { model_type: 'parakeet_encoder', ...shape, num_mel_bins: melBins, subsampling_factor: 8, scale_input: false },
      bos_token_id: 1,
      eos_token_id: 2,
      decoder_start_token_id: 1,
    },
    encoder: cohereEncoder,
    decoder: {
      ...decoderBase,
      body: 'model.decoder',
      activation: 'relu',
      names: moonshineNames,
      norms: 'before',
      positions: { kind: 'learned', count: 256, name: 'pos_emb' },
      embeddingNorm: 'embedding_layernorm',
      bridge: (context, hidden) => linear(context, hidden, { name: 'proj', inputSize: size, outputSize: size }),
      head: 'proj_out',
      headBias: true,
    },
    extractor: { type: 'CohereAsrFeatureExtractor', processor: 'CohereAsrProcessor', fields: { feature_size: melBins } },
    note: 'FastConformer and a pre-norm decoder with a norm of the embeddings; not tried with Transformers.js',
  }),
]
