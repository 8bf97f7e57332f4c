import type { Value } from '@vitest-hardware/onnx-graph'
import { scaled, swapLast } from '../../blocks/arithmetic.ts'
import { attention } from '../../blocks/attention.ts'
import { type ConformerSpec, conformerLayer, fastConformerNames } from '../../blocks/conformer.ts'
import { convolution } from '../../blocks/convolution.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { positionRange } from '../../blocks/position.ts'
import { distanceKeyAttention, relativeAttention, relativeSinusoids } from '../../blocks/relative-attention.ts'
import { rotaryAngles } from '../../blocks/rotary-position.ts'
import { convolveFrames, depthwiseSubsampling, gatedSubsampling } from '../../blocks/sound-subsampling.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, soundFrames } from '../../graphs/text-inputs.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { speechType } from './speech-type.ts'

const size = 32
const heads = 4
const melBins = 16
const extractor = (type: string, processor: string) => ({
  type,
  processor,
  fields: { feature_size: melBins, n_fft: 512, win_length: 400, hop_length: 160 },
})

const encoderConfig = {
  hidden_size: size,
  num_hidden_layers: 2,
  num_attention_heads: heads,
  intermediate_size: 64,
  hidden_act: 'silu',
  num_mel_bins: melBins,
  subsampling_conv_channels: 8,
  subsampling_conv_stride: 2,
} as const

const relativeNames = {
  query: 'q_proj',
  key: 'k_proj',
  value: 'v_proj',
  output: 'o_proj',
  position: 'relative_k_proj',
  contentBias: 'bias_u',
  positionBias: 'bias_v',
}

/** NeMo's FastConformer (Rekesh et al. 2023, arXiv:2305.05084): `[batch, frames, melBins] → [batch, frames / 8, size]`. */
export function fastConformer(context: GraphContext, features: Value, { scaleInput = true } = {}): Value {
  const { graph } = context
  const spec: ConformerSpec = {
    size,
    innerSize: encoderConfig.intermediate_size,
    kernel: 9,
    names: fastConformerNames,
    convolutionBias: true,
  }
  const subsampled = depthwiseSubsampling(context, features, {
    melBins,
    channels: encoderConfig.subsampling_conv_channels,
    size,
    layers: 3,
  })
  let x = scaleInput ? scaled(context, subsampled, Math.sqrt(size)) : subsampled
  const positions = relativeSinusoids(context, x, size)
  for (let layer = 0; layer < encoderConfig.num_hidden_layers; layer++) {
    x = graph.scope(`layers.${layer}`, () =>
      conformerLayer(context, x, spec, (normal) => relativeAttention(context, normal, { size, heads, names: relativeNames, positions })),
    )
  }
  return x
}

const spectrogram = (context: GraphContext): Value => context.graph.input('input_features', 'float32', [batch, soundFrames, melBins])

/** LASR's encoder: rotary attention, and residuals that weigh what passes more than what is added. */
function lasrEncoder(context: GraphContext): Value {
  const { graph } = context
  const features = spectrogram(context)
  return graph.scope('encoder', () => {
    let x = graph.scope('subsampler', () => {
      const wide = graph.node('Relu', [linear(context, features, { name: 'dense_0', inputSize: melBins, outputSize: size })])
      const layers = [
        { name: 'conv_0', inputChannels: size, outputChannels: size, kernel: 5, stride: 2 },
        { name: 'conv_1', inputChannels: size, outputChannels: 8, kernel: 5, stride: 2 },
      ]
      return linear(context, convolveFrames(context, wide, layers, 'relu'), { name: 'dense_1', inputSize: 8, outputSize: size })
    })
    const rotary = rotaryAngles(context, { positions: positionRange(context, x), size: size / heads })
    const spec: ConformerSpec = {
      size,
      innerSize: encoderConfig.intermediate_size,
      kernel: 8,
      names: fastConformerNames,
      epsilon: 1e-6,
      halfStep: [1.5, 0.5],
      convolutionStep: [2, 1],
      feedForwardBias: false,
      normBias: false,
    }
    for (let layer = 0; layer < encoderConfig.num_hidden_layers; layer++) {
      x = graph.scope(`layers.${layer}`, () =>
        conformerLayer(context, x, spec, (normal) => attention(context, normal, { size, heads, bias: false, rotary })),
      )
    }
    return layerNorm(context, x, { name: 'out_norm', size, epsilon: 1e-6, bias: false })
  })
}

const massiveConfig = {
  vocab_size: vocabularySize,
  hidden_size: size,
  num_hidden_layers: 2,
  num_attention_heads: heads,
  attention_head_dim: size / heads,
  intermediate_size: 64,
  hidden_act: 'relu',
  layer_norm_eps: 1e-5,
  layerdrop: 0,
  max_position_embeddings: 64,
  num_conv_layers: 1,
  conv_kernel: [7],
  conv_stride: [3],
  input_feat_per_channel: melBins,
  input_channels: 1,
  conv_channels: null,
  pad_token_id: 1,
  bos_token_id: 0,
  eos_token_id: 2,
} as const

/** M-CTC-T (Lugosch et al. 2021, arXiv:2111.00161): norms have one weight and one bias in all. */
function massiveFeatures(context: GraphContext) {
  const { graph } = context
  const features = spectrogram(context)
  const names = { query: 'self.query', key: 'self.key', value: 'self.value', output: 'output.dense' }
  const single = (x: Value, name: string): Value =>
    graph.scope(name, () => {
      const [weight, bias] = [context.weight('singleton_weight', [1], { mean: 1 }), context.weight('singleton_bias', [1])]
      return graph.node('Add', [graph.node('Mul', [x, weight]), bias])
    })
  const hidden = graph.scope('mctct.encoder', () => {
    let x = graph.scope('conv', () =>
      gatedSubsampling(context, single(features, 'layer_norm'), {
        inputSize: melBins,
        channels: 2 * size,
        size,
        kernels: [7],
        stride: 3,
        padding: 0,
      }),
    )
    for (let layer = 0; layer < 2; layer++) {
      x = graph.scope(`layers.${layer}`, () => {
        const reach = massiveConfig.max_position_embeddings - 1
        const attended = graph.scope('attention', () =>
          distanceKeyAttention(context, x, { size, heads, behind: reach, ahead: reach, names, bias: false }),
        )
        const middle = single(graph.node('Add', [attended, x]), 'attention.output.LayerNorm')
        const fed = feedForward(context, middle, {
          names: { up: 'intermediate.dense', down: 'output.dense' },
          size,
          innerSize: 64,
          activation: 'relu',
          bias: false,
        })
        return single(graph.node('Add', [fed, middle]), 'output.LayerNorm')
      })
    }
    return x
  })
  return { hidden, size }
}

/** Scores by a convolution of one step, as NeMo has them. */
function convolutionalHead(context: GraphContext, hidden: Value): void {
  const scores = convolution(context, swapLast(context, hidden), {
    name: 'ctc_head',
    inputChannels: size,
    outputChannels: vocabularySize,
    kernel: [1],
  })
  context.graph.output('logits', swapLast(context, scores), 'float32', [batch, 'num_frames', vocabularySize])
}

/** A type whose class for recognition is also its bare model. */
function recogniser(
  type: string,
  prefix: string,
  encode: (context: GraphContext) => Value,
  config: Readonly<Record<string, unknown>>,
  note: string,
): ModelType {
  const graphs = [{ name: 'model', build: (context: GraphContext) => convolutionalHead(context, encode(context)) }] as const
  const made = speechType({
    type,
    prefix,
    config,
    features: (context) => ({ hidden: encode(context), size }),
    tasks: [],
    extractor: extractor(`${prefix}FeatureExtractor`, `${prefix}Processor`),
    note,
  })
  return {
    ...made,
    tasks: ['automatic-speech-recognition', 'feature-extraction'],
    graphs,
    heads: { 'feature-extraction': { architecture: `${prefix}ForCTC`, graphs } },
  }
}

const unlike = 'its tokenizer is of another algorithm than any here, so the folder has that of wav2vec 2.0'

export const modelTypes: readonly ModelType[] = [
  recogniser(
    'parakeet_ctc',
    'Parakeet',
    (context) => {
      const features = spectrogram(context)
      return context.graph.scope('encoder', () => fastConformer(context, features))
    },
    {
      vocab_size: vocabularySize,
      pad_token_id: 0,
      encoder_config: {
        ...encoderConfig,
        model_type: 'parakeet_encoder',
        attention_bias: true,
        convolution_bias: true,
        conv_kernel_size: 9,
        subsampling_factor: 8,
        subsampling_conv_kernel_size: 3,
        scale_input: true,
        max_position_embeddings: 512,
      },
    },
    `FastConformer with separable subsampling by eight; ${unlike}; Transformers.js wants an attention mask besides`,
  ),
  recogniser(
    'lasr_ctc',
    'Lasr',
    lasrEncoder,
    {
      vocab_size: vocabularySize,
      pad_token_id: 0,
      encoder_config: {
        ...encoderConfig,
        model_type: 'lasr_encoder',
        attention_bias: false,
        convolution_bias: false,
        conv_kernel_size: 8,
        subsampling_conv_kernel_size: 5,
        feed_forward_residual_weights: [1.5, 0.5],
        conv_residual_weights: [2, 1],
        layer_norm_eps: 1e-6,
      },
    },
    `Conformer with rotary attention and weighted residuals; ${unlike}; Transformers.js has no class for it`,
  ),
  speechType({
    type: 'mctct',
    prefix: 'MCTCT',
    config: massiveConfig,
    features: massiveFeatures,
    tasks: ['feature-extraction'],
    body: { head: 'ctc_head' },
    extractor: extractor('MCTCTFeatureExtractor', 'MCTCTProcessor'),
    note: 'gated convolution, relative keys, norms of a single weight; Transformers.js has no class for it',
  }),
]
