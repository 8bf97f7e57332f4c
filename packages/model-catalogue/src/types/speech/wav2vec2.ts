import type { Value } from '@vitest-hardware/onnx-graph'
import { attention } from '../../blocks/attention.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { convolutionalPositions, waveformEncoder } from '../../blocks/waveform.ts'
import { audioPreprocessor } from '../../folder/preprocessor.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch } from '../../graphs/text-inputs.ts'
import { soundHeads } from '../../heads/audio.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'

const config = {
  model_type: 'wav2vec2',
  architectures: ['Wav2Vec2ForCTC'],
  vocab_size: vocabularySize,
  hidden_size: 32,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  intermediate_size: 64,
  hidden_act: 'gelu',
  layer_norm_eps: 1e-5,
  feat_extract_norm: 'group',
  feat_extract_activation: 'gelu',
  conv_dim: [16, 16, 16],
  conv_kernel: [10, 3, 3],
  conv_stride: [5, 2, 2],
  conv_bias: false,
  num_feat_extract_layers: 3,
  num_conv_pos_embeddings: 16,
  num_conv_pos_embedding_groups: 4,
  do_stable_layer_norm: false,
  apply_spec_augment: false,
  ctc_loss_reduction: 'sum',
  initializer_range: 0.02,
  pad_token_id: 0,
  bos_token_id: 1,
  eos_token_id: 2,
} as const

const { hidden_size: size, layer_norm_eps: epsilon } = config

/** Attention and feed-forward with the norms behind them. */
function layer(context: GraphContext, x: Value): Value {
  const { graph } = context
  const names = { query: 'q_proj', key: 'k_proj', value: 'v_proj', output: 'out_proj' }
  const attended = graph.scope('attention', () => attention(context, x, { size, heads: config.num_attention_heads, names }))
  const middle = layerNorm(context, graph.node('Add', [x, attended]), { name: 'layer_norm', size, epsilon })
  const options = {
    names: { up: 'intermediate_dense', down: 'output_dense' },
    size,
    innerSize: config.intermediate_size,
    activation: config.hidden_act,
  }
  const fed = graph.scope('feed_forward', () => feedForward(context, middle, options))
  return layerNorm(context, graph.node('Add', [middle, fed]), { name: 'final_layer_norm', size, epsilon })
}

/** The context network over encoded frames (Baevski et al. 2020, arXiv:2006.11477). */
function encode(context: GraphContext, frames: Value): Value {
  const { graph } = context
  return graph.scope('encoder', () => {
    const positions = graph.scope('pos_conv_embed', () =>
      convolutionalPositions(context, frames, {
        size,
        kernel: config.num_conv_pos_embeddings,
        groups: config.num_conv_pos_embedding_groups,
      }),
    )
    let x = layerNorm(context, graph.node('Add', [frames, positions]), { name: 'layer_norm', size, epsilon })
    for (let index = 0; index < config.num_hidden_layers; index++) x = graph.scope(`layers.${index}`, () => layer(context, x))
    return x
  })
}

function features(context: GraphContext) {
  const { graph } = context
  const samples = graph.input('input_values', 'float32', [batch, 'num_samples'])
  const hidden = graph.scope('wav2vec2', () => {
    const channels = config.conv_dim.at(-1)!
    const encoded = graph.scope('feature_extractor', () =>
      waveformEncoder(context, samples, { channels: config.conv_dim, kernels: config.conv_kernel, strides: config.conv_stride }),
    )
    const frames = graph.scope('feature_projection', () => {
      const normal = layerNorm(context, graph.node('Transpose', [encoded], { perm: [0, 2, 1] }), {
        name: 'layer_norm',
        size: channels,
        epsilon,
      })
      return linear(context, normal, { name: 'projection', inputSize: channels, outputSize: size })
    })
    return encode(context, frames)
  })
  return { hidden, size }
}

const { 'automatic-speech-recognition': recognition, ...heads } = soundHeads(
  { prefix: 'Wav2Vec2', features, vocabulary: config.vocab_size, projection: 16 },
  ['automatic-speech-recognition', 'feature-extraction', 'audio-classification', 'audio-frame-classification', 'audio-xvector'],
)

export const modelTypes: readonly ModelType[] = [
  {
    type: 'wav2vec2',
    tasks: ['automatic-speech-recognition', 'feature-extraction', 'audio-classification', 'audio-frame-classification', 'audio-xvector'],
    config,
    preprocessor: { kind: 'audio', extractorClass: 'Wav2Vec2FeatureExtractor', tokenizer: 'Wav2Vec2CTCTokenizer' },
    graphs: recognition!.graphs,
    heads,
    files: {
      'preprocessor_config.json': audioPreprocessor({
        type: 'Wav2Vec2FeatureExtractor',
        processorClass: 'Wav2Vec2Processor',
        extra: { feature_size: 1, do_normalize: true },
      }),
    },
    transformersJs: { autoClass: 'AutoModelForCTC', modelClass: 'Wav2Vec2ForCTC' },
    note: 'three convolutions in front where upstream has seven: a frame is 20 samples, not 320',
  },
]
