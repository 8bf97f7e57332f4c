import { type SoundAttention, speechEncoder, type SpeechEncoderSpec } from '../../architectures/speech-encoder.ts'
import { type ConformerSpec, conformerLayer, wav2vecConformerNames } from '../../blocks/conformer.ts'
import { paddingMask } from '../../blocks/attention-mask.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { distanceKeyAttention, relativeAttention, relativeSinusoids } from '../../blocks/relative-attention.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, idsInput, soundFrames } from '../../graphs/text-inputs.ts'
import type { ModelType } from '../../model-type.ts'
import { speechType, waveformConfig } from './speech-type.ts'

const size = waveformConfig.hidden_size
const heads = waveformConfig.num_attention_heads
const names = {
  query: 'linear_q',
  key: 'linear_k',
  value: 'linear_v',
  output: 'linear_out',
  position: 'linear_pos',
  contentBias: 'pos_bias_u',
  positionBias: 'pos_bias_v',
}

const conformerConfig = {
  ...waveformConfig,
  hidden_act: 'swish',
  position_embeddings_type: 'relative',
  rotary_embedding_base: 10_000,
  max_source_positions: 5000,
  conv_depthwise_kernel_size: 7,
} as const
const conformer: ConformerSpec = {
  size,
  innerSize: conformerConfig.intermediate_size,
  kernel: conformerConfig.conv_depthwise_kernel_size,
  names: wav2vecConformerNames,
}

/** Wang et al. 2020 (fairseq S2T, arXiv:2010.05171) put Conformers behind wav2vec 2.0's convolutions. */
function conformerFeatures(context: GraphContext) {
  const spec: SpeechEncoderSpec = {
    body: 'wav2vec2_conformer',
    size,
    heads,
    layers: 2,
    innerSize: conformerConfig.intermediate_size,
    activation: 'silu',
    epsilon: 1e-5,
    waveform: { channels: waveformConfig.conv_dim, kernels: waveformConfig.conv_kernel, strides: waveformConfig.conv_stride },
    positions: null,
    conformer,
    attend: ((_, x) =>
      relativeAttention(context, x, { size, heads, names, positions: relativeSinusoids(context, x, size) })) satisfies SoundAttention,
  }
  return speechEncoder(context, spec)
}

const bertConfig = {
  ...conformerConfig,
  feature_projection_input_dim: 32,
  position_embeddings_type: 'relative_key',
  left_max_position_embeddings: 16,
  right_max_position_embeddings: 8,
  conv_depthwise_kernel_size: 7,
  add_adapter: false,
} as const

/** W2v-BERT 2.0 (Communication et al. 2023, arXiv:2312.05187, §3.2.1): spectrograms in, causal convolutions, clipped distances in the scores. */
function bertFeatures(context: GraphContext) {
  const { graph } = context
  const inputSize = bertConfig.feature_projection_input_dim
  const features = graph.input('input_features', 'float32', [batch, soundFrames, inputSize])
  const mask = idsInput(context, 'attention_mask', soundFrames)
  const hidden = graph.scope('wav2vec2_bert', () => {
    let x = graph.scope('feature_projection', () =>
      linear(context, layerNorm(context, features, { name: 'layer_norm', size: inputSize, epsilon: 1e-5 }), {
        name: 'projection',
        inputSize,
        outputSize: size,
      }),
    )
    const biases = [paddingMask(context, mask)]
    const options = {
      size,
      heads,
      names,
      behind: bertConfig.left_max_position_embeddings,
      ahead: bertConfig.right_max_position_embeddings,
      biases,
    }
    const spec: ConformerSpec = {
      ...conformer,
      depthwiseNorm: 'layer',
      causal: true,
      names: { ...wav2vecConformerNames, depthwiseNorm: 'depthwise_layer_norm' },
    }
    for (let layer = 0; layer < 2; layer++) {
      x = graph.scope(`encoder.layers.${layer}`, () =>
        conformerLayer(context, x, { ...spec, mask }, (normal) => distanceKeyAttention(context, normal, options)),
      )
    }
    return x
  })
  return { hidden, size, frames: soundFrames }
}

const all = ['feature-extraction', 'audio-classification', 'audio-frame-classification', 'audio-xvector'] as const

export const modelTypes: readonly ModelType[] = [
  speechType({
    type: 'wav2vec2-conformer',
    prefix: 'Wav2Vec2Conformer',
    config: conformerConfig,
    features: conformerFeatures,
    tasks: all,
    note: 'Conformer layers with sinusoids of the distance and learned biases; Transformers.js has no class for it',
  }),
  speechType({
    type: 'wav2vec2-bert',
    prefix: 'Wav2Vec2Bert',
    config: bertConfig,
    features: bertFeatures,
    tasks: all,
    extractor: {
      type: 'SeamlessM4TFeatureExtractor',
      processor: 'Wav2Vec2BertProcessor',
      fields: { feature_size: 16, num_mel_bins: 16, stride: 2 },
    },
    isInTransformersJs: true,
    note: 'a frame is two steps of 16 mel bins where upstream has 80',
  }),
]
