import type { Value } from '@vitest-hardware/onnx-graph'
import { type CrossDecoderSpec, type CrossEncoder, type CrossDecoderNames, recognitionGraphs } from '../../architectures/cross-decoder.ts'
import { add, halves, multiply, scaled, swapLast } from '../../blocks/arithmetic.ts'
import { attention } from '../../blocks/attention.ts'
import { paddingMask } from '../../blocks/attention-mask.ts'
import { type ConformerSpec, conformerLayer, wav2vecConformerNames } from '../../blocks/conformer.ts'
import { convolution } from '../../blocks/convolution.ts'
import { embedding } from '../../blocks/embedding.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { positionRange, sinusoids } from '../../blocks/position.ts'
import { distanceKeyAttention, relativeAttention, relativeSinusoids } from '../../blocks/relative-attention.ts'
import { audioPreprocessor } from '../../folder/preprocessor.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, encoderSequence, idsInput, soundFrames } from '../../graphs/text-inputs.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'

const size = 32
const heads = 4
const layers = 2
const innerSize = 64
const inputSize = 32
const epsilon = 1e-5
const adapter = { kernel: 8, stride: 8 }
const reach = { behind: 16, ahead: 8 }
const speechNames = {
  query: 'linear_q',
  key: 'linear_k',
  value: 'linear_v',
  output: 'linear_out',
  position: 'linear_pos',
  contentBias: 'pos_bias_u',
  positionBias: 'pos_bias_v',
}
const names: CrossDecoderNames = {
  norms: ['self_attn_layer_norm', 'cross_attention_layer_norm', 'ffn_layer_norm'],
  attention: { query: 'q_proj', key: 'k_proj', value: 'v_proj', output: 'out_proj' },
  cross: 'cross_attention',
  feedForward: { scope: 'ffn', up: 'fc1', down: 'fc2' },
  finalNorm: 'layer_norm',
}
const norm = (context: GraphContext, x: Value, name: string): Value => layerNorm(context, x, { name, size, epsilon })

/** The Conformer of Barrault et al. 2023 (arXiv:2308.11596, §4.1), or the causal one of version 2 (arXiv:2312.05187, §3.2.1). */
function conformers(context: GraphContext, features: Value, version: 1 | 2): Value {
  const { graph } = context
  let x = graph.scope('feature_projection', () =>
    linear(context, layerNorm(context, features, { name: 'layer_norm', size: inputSize, epsilon }), {
      name: 'projection',
      inputSize,
      outputSize: size,
    }),
  )
  return graph.scope('encoder', () => {
    const spec: ConformerSpec = {
      size,
      innerSize,
      kernel: 7,
      names: { ...wav2vecConformerNames, depthwiseNorm: version === 1 ? 'batch_norm' : 'depthwise_layer_norm' },
      ...(version === 1 ? {} : { depthwiseNorm: 'layer', causal: true }),
    }
    const positions = version === 1 ? relativeSinusoids(context, x, size) : undefined
    const attend = (y: Value): Value =>
      positions === undefined
        ? distanceKeyAttention(context, y, { size, heads, names: speechNames, ...reach })
        : relativeAttention(context, y, { size, heads, names: speechNames, positions })
    for (let layer = 0; layer < layers; layer++) x = graph.scope(`layers.${layer}`, () => conformerLayer(context, x, spec, attend))
    return norm(context, x, 'layer_norm')
  })
}

/** Shortens by eight: convolutions with gates on the residual and on what attends (arXiv:2308.11596, §4.1, "length adaptor"). */
function lengthAdapter(context: GraphContext, x: Value): Value {
  const { graph } = context
  const shorter = (value: Value, name: string): Value => {
    const options = {
      name,
      inputChannels: size,
      outputChannels: 2 * size,
      kernel: [adapter.kernel],
      stride: adapter.stride,
      padding: adapter.stride / 2,
    }
    const [values, gates] = halves(context, convolution(context, swapLast(context, value), options), 1)
    return swapLast(context, multiply(context, values, graph.node('Sigmoid', [gates])))
  }
  return graph.scope('adapter.layers.0', () => {
    const residual = shorter(norm(context, x, 'residual_layer_norm'), 'residual_conv')
    const heard = shorter(norm(context, x, 'self_attn_layer_norm'), 'self_attn_conv')
    const plain = { query: speechNames.query, key: speechNames.key, value: speechNames.value, output: speechNames.output }
    const attended = add(
      context,
      residual,
      graph.scope('self_attn', () => attention(context, heard, { size, heads, names: plain })),
    )
    const options = { names: { up: 'intermediate_dense', down: 'output_dense' }, size, innerSize, activation: 'relu' } as const
    return add(
      context,
      attended,
      graph.scope('ffn', () => feedForward(context, norm(context, attended, 'ffn_layer_norm'), options)),
    )
  })
}

const speechEncoder =
  (version: 1 | 2): CrossEncoder =>
  (context) => {
    const { graph } = context
    const features = graph.input('input_features', 'float32', [batch, soundFrames, inputSize])
    const hidden = graph.scope('speech_encoder', () => {
      const x = conformers(context, features, version)
      const options = { names: { up: 'intermediate_dense', down: 'output_dense' }, size, innerSize, activation: 'relu' } as const
      const expanded = graph.scope('intermediate_ffn', () => feedForward(context, x, options))
      return norm(context, lengthAdapter(context, add(context, x, scaled(context, expanded, 0.5))), 'inner_layer_norm')
    })
    return { hidden, mask: undefined, hiddenLength: 'num_frames' }
  }

/** NLLB's encoder: sinusoids, pre-norm layers. */
const textEncoder: CrossEncoder = (context) => {
  const { graph } = context
  const ids = idsInput(context, 'input_ids', encoderSequence)
  const mask = idsInput(context, 'attention_mask', encoderSequence)
  const hidden = graph.scope('text_encoder', () => {
    const tokens = scaled(
      context,
      embedding(context, { name: 'embed_tokens', count: vocabularySize, size, std: 0.25 }).lookup(ids),
      Math.sqrt(size),
    )
    const table = graph.scope('embed_positions', () =>
      context.fixed('weights', { type: 'float32', dims: [256, size], data: sinusoids(256, size) }),
    )
    let x = add(context, tokens, graph.node('Gather', [table, positionRange(context, ids, 2)], { axis: 0 }))
    const biases = [paddingMask(context, mask)]
    for (let layer = 0; layer < layers; layer++) {
      x = graph.scope(`layers.${layer}`, () => {
        const attended = graph.scope('self_attn', () =>
          attention(context, norm(context, x, 'self_attn_layer_norm'), { size, heads, names: names.attention, biases }),
        )
        const middle = add(context, x, attended)
        const options = { names: { up: 'fc1', down: 'fc2' }, size, innerSize, activation: 'relu' } as const
        return add(
          context,
          middle,
          graph.scope('ffn', () => feedForward(context, norm(context, middle, 'ffn_layer_norm'), options)),
        )
      })
    }
    return norm(context, x, 'layer_norm')
  })
  return { hidden, mask, hiddenLength: encoderSequence }
}

const decoder: CrossDecoderSpec = {
  body: 'text_decoder',
  vocabulary: vocabularySize,
  size,
  layers,
  heads,
  innerSize,
  activation: 'relu',
  names,
  norms: 'before',
  positions: { kind: 'sinusoidal', count: 256, offset: 2 },
  embeddingScale: Math.sqrt(size),
}

function seamless(type: string, prefix: string, version: 1 | 2, note: string): ModelType {
  const graphs = recognitionGraphs(speechEncoder(version), decoder)
  return {
    type,
    tasks: ['automatic-speech-recognition', 'feature-extraction', 'text2text-generation'],
    config: {
      model_type: type,
      architectures: [`${prefix}ForSpeechToText`],
      vocab_size: vocabularySize,
      hidden_size: size,
      encoder_layers: layers,
      decoder_layers: layers,
      encoder_attention_heads: heads,
      decoder_attention_heads: heads,
      encoder_ffn_dim: innerSize,
      decoder_ffn_dim: innerSize,
      activation_function: 'relu',
      scale_embedding: true,
      max_position_embeddings: 256,
      speech_encoder_layers: layers,
      speech_encoder_attention_heads: heads,
      speech_encoder_intermediate_size: innerSize,
      feature_projection_input_dim: inputSize,
      position_embeddings_type: version === 1 ? 'relative' : 'relative_key',
      ...(version === 1
        ? {}
        : { left_max_position_embeddings: reach.behind, right_max_position_embeddings: reach.ahead, speech_encoder_chunk_size: 20_000 }),
      conv_depthwise_kernel_size: 7,
      adaptor_kernel_size: adapter.kernel,
      adaptor_stride: adapter.stride,
      num_adapter_layers: 1,
      is_encoder_decoder: true,
      pad_token_id: 0,
      bos_token_id: 2,
      eos_token_id: 3,
      decoder_start_token_id: 3,
    },
    preprocessor: { kind: 'audio', extractorClass: 'SeamlessM4TFeatureExtractor', tokenizer: 'LlamaTokenizer' },
    graphs,
    heads: {
      'feature-extraction': { architecture: `${prefix}Model`, graphs },
      'text2text-generation': {
        architecture: `${prefix}ForTextToText`,
        graphs: recognitionGraphs(textEncoder, decoder, { encoderIsMasked: true }),
      },
    },
    files: {
      'preprocessor_config.json': audioPreprocessor({
        type: 'SeamlessM4TFeatureExtractor',
        processorClass: 'SeamlessM4TProcessor',
        extra: { feature_size: inputSize / 2, num_mel_bins: inputSize / 2, stride: 2 },
      }),
    },
    transformersJs: null,
    note: `${note}; without the units and the vocoder that speak; Transformers.js has no class for it`,
  }
}

export const modelTypes: readonly ModelType[] = [
  seamless('seamless_m4t', 'SeamlessM4T', 1, 'Conformers with relative positions, an adapter that shortens by eight'),
  seamless('seamless_m4t_v2', 'SeamlessM4Tv2', 2, 'causal Conformers with clipped distances, an adapter that shortens by eight'),
]
