import type { Value } from '@vitest-hardware/onnx-graph'
import { type SpeechEncoderSpec, speechEncoder } from '../../architectures/speech-encoder.ts'
import { attention } from '../../blocks/attention.ts'
import { gatedPositionBias } from '../../blocks/relative-attention.ts'
import { relativePositionBias } from '../../blocks/relative-position-bias.ts'
import type { GraphContext } from '../../graph-context.ts'
import type { ModelType } from '../../model-type.ts'
import { speechType, waveformConfig } from './speech-type.ts'

const size = waveformConfig.hidden_size
const heads = waveformConfig.num_attention_heads
const waveform = { channels: waveformConfig.conv_dim, kernels: waveformConfig.conv_kernel, strides: waveformConfig.conv_stride }

const shared = {
  size,
  heads,
  layers: waveformConfig.num_hidden_layers,
  innerSize: waveformConfig.intermediate_size,
  activation: waveformConfig.hidden_act,
  epsilon: waveformConfig.layer_norm_eps,
  waveform,
  positions: { kernel: waveformConfig.num_conv_pos_embeddings, groups: waveformConfig.num_conv_pos_embedding_groups },
} as const

/** wav2vec 2.0's encoder, with what a type has besides. */
const encoder = (spec: Partial<SpeechEncoderSpec> & { readonly body: string }) => (context: GraphContext) =>
  speechEncoder(context, { ...shared, ...spec })

const wavlmConfig = { ...waveformConfig, num_buckets: 32, max_bucket_distance: 80 }
const names = { query: 'q_proj', key: 'k_proj', value: 'v_proj', output: 'out_proj' }

/** WavLM's attention: the first layer's bias by distance serves all, and each layer gates it by what stands at the query (arXiv:2110.13900, §3.2). */
function wavlmFeatures(context: GraphContext) {
  let bias: Value | undefined
  return encoder({
    body: 'wavlm',
    attend: (_, x) => {
      bias ??= relativePositionBias(context, {
        name: 'rel_attn_embed',
        heads,
        buckets: wavlmConfig.num_buckets,
        maxDistance: wavlmConfig.max_bucket_distance,
        bidirectional: true,
        queries: x,
      })
      return attention(context, x, { size, heads, names, biases: [gatedPositionBias(context, x, { heads, size, bias })] })
    },
  })(context)
}

const ofOneSound = ['feature-extraction', 'audio-classification'] as const
const all = [...ofOneSound, 'audio-frame-classification', 'audio-xvector'] as const
const shorter = 'three convolutions in front where upstream has seven: a frame is 20 samples, not 320'

export const modelTypes: readonly ModelType[] = [
  speechType({
    type: 'hubert',
    prefix: 'Hubert',
    config: { ...waveformConfig, feat_proj_layer_norm: true, conv_pos_batch_norm: false },
    features: encoder({ body: 'hubert' }),
    tasks: ofOneSound,
    isInTransformersJs: true,
    note: `wav2vec 2.0's encoder, trained on clusters of its own units (Hsu et al. 2021, arXiv:2106.07447): the graph is wav2vec2's but for names; ${shorter}`,
  }),
  speechType({
    type: 'wavlm',
    prefix: 'WavLM',
    config: wavlmConfig,
    features: wavlmFeatures,
    tasks: all,
    isInTransformersJs: true,
    note: `a relative position bias, gated by the query; ${shorter}`,
  }),
  speechType({
    type: 'unispeech',
    prefix: 'UniSpeech',
    config: { ...waveformConfig, num_ctc_classes: 80 },
    features: encoder({ body: 'unispeech' }),
    tasks: ofOneSound,
    isInTransformersJs: true,
    note: `wav2vec 2.0's encoder, trained with phonemes besides (Wang et al. 2021, arXiv:2101.07597): the graph is wav2vec2's but for names; ${shorter}`,
  }),
  speechType({
    type: 'unispeech-sat',
    prefix: 'UniSpeechSat',
    config: { ...waveformConfig, num_clusters: 504 },
    features: encoder({ body: 'unispeech_sat' }),
    tasks: all,
    isInTransformersJs: true,
    note: `wav2vec 2.0's encoder, trained to tell speakers apart (Chen et al. 2021, arXiv:2110.05752): the graph is wav2vec2's but for names; ${shorter}`,
  }),
  speechType({
    type: 'data2vec-audio',
    prefix: 'Data2VecAudio',
    config: {
      ...waveformConfig,
      feat_extract_norm: 'layer',
      num_conv_pos_embeddings: 5,
      num_conv_pos_embedding_groups: 4,
      conv_pos_kernel_size: 19,
    },
    features: encoder({ body: 'data2vec_audio', waveform: { ...waveform, norm: 'layer' }, positions: { kernel: 19, groups: 4, stack: 5 } }),
    tasks: all,
    note: `a layer norm behind each convolution and five convolutions for positions (Baevski et al. 2022, arXiv:2202.03555); Transformers.js has no class for it; ${shorter}`,
  }),
]
