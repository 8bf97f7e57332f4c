import type { Value } from '@vitest-hardware/onnx-graph'
import { type CrossEncoder, fairseqNames, moonshineNames } from '../../architectures/cross-decoder.ts'
import { add, scaled, slice } from '../../blocks/arithmetic.ts'
import { attention } from '../../blocks/attention.ts'
import { paddingMask } from '../../blocks/attention-mask.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { positionRange, sinusoids } from '../../blocks/position.ts'
import { gatedSubsampling } from '../../blocks/sound-subsampling.ts'
import { batch, idsInput, soundFrames } from '../../graphs/text-inputs.ts'
import type { ModelType } from '../../model-type.ts'
import { fastConformer } from './fast-conformers.ts'
import { decoderBase, heads, innerSize, layers, recognitionType, shape, size } from './recognition-type.ts'

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

export const modelTypes: readonly ModelType[] = [
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
