import type { Value } from '@vitest-hardware/onnx-graph'
import { convolution } from '../../blocks/convolution.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { flattenGrid, prependToken, tokenAt } from '../../blocks/patch.ts'
import { audioPreprocessor } from '../../folder/preprocessor.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch } from '../../graphs/text-inputs.ts'
import type { ModelType } from '../../model-type.ts'
import { labelMaps } from '../vision/labels.ts'
import { vitLayer } from '../vision/vit-layers.ts'

const labels = 10
const config = {
  model_type: 'audio-spectrogram-transformer',
  architectures: ['ASTForAudioClassification'],
  hidden_size: 32,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  intermediate_size: 64,
  hidden_act: 'gelu',
  hidden_dropout_prob: 0,
  attention_probs_dropout_prob: 0,
  initializer_range: 0.02,
  layer_norm_eps: 1e-12,
  patch_size: 16,
  qkv_bias: true,
  frequency_stride: 10,
  time_stride: 10,
  max_length: 64,
  num_mel_bins: 32,
  ...labelMaps(labels),
} as const

const { hidden_size: size, layer_norm_eps: epsilon, patch_size: patch, max_length: frames, num_mel_bins: melBins } = config
const steps = (extent: number, stride: number): number => Math.floor((extent - patch) / stride) + 1
const patches = steps(melBins, config.frequency_stride) * steps(frames, config.time_stride)

/** Overlapping patches of the spectrogram behind two learned tokens. */
function embed(context: GraphContext, spectrogram: Value): Value {
  const { graph } = context
  return graph.scope('embeddings', () => {
    const image = graph.node('Transpose', [graph.node('Unsqueeze', [spectrogram, graph.constant('int64', [1])])], { perm: [0, 1, 3, 2] })
    const options = { inputChannels: 1, outputChannels: size, kernel: [patch, patch], stride: config.time_stride }
    const tokens = graph.scope('patch_embeddings', () =>
      flattenGrid(context, convolution(context, image, { name: 'projection', ...options }), size),
    )
    const distilled = prependToken(context, tokens, context.weight('distillation_token', [1, 1, size], { std: 1 }), size)
    const all = prependToken(context, distilled, context.weight('cls_token', [1, 1, size], { std: 1 }), size)
    return graph.node('Add', [all, context.weight('position_embeddings', [1, patches + 2, size], { std: 0.5 })])
  })
}

/** Gong et al. 2021, arXiv:2104.01778. */
function encode(context: GraphContext): Value {
  const { graph } = context
  const spectrogram = graph.input('input_values', 'float32', [batch, frames, melBins])
  return graph.scope('audio_spectrogram_transformer', () => {
    let x = embed(context, spectrogram)
    for (let index = 0; index < config.num_hidden_layers; index++)
      x = graph.scope(`encoder.layer.${index}`, () => vitLayer(context, x, config))
    return layerNorm(context, x, { name: 'layernorm', size, epsilon })
  })
}

/** The mean of the two learned tokens. */
function pool(context: GraphContext, hidden: Value): Value {
  const { graph } = context
  const both = graph.node('Add', [tokenAt(context, hidden, 0), tokenAt(context, hidden, 1)])
  return graph.node('Div', [both, graph.constant('float32', 2)])
}

function build(context: GraphContext): void {
  const { graph } = context
  const pooled = pool(context, encode(context))
  const logits = graph.scope('classifier', () =>
    linear(context, layerNorm(context, pooled, { name: 'layernorm', size, epsilon }), {
      name: 'dense',
      inputSize: size,
      outputSize: labels,
    }),
  )
  graph.output('logits', logits, 'float32', [batch, labels])
}

function buildFeatures(context: GraphContext): void {
  const hidden = encode(context)
  context.graph.output('last_hidden_state', hidden, 'float32', [batch, patches + 2, size])
  context.graph.output('pooler_output', pool(context, hidden), 'float32', [batch, size])
}

export const modelTypes: readonly ModelType[] = [
  {
    type: 'audio-spectrogram-transformer',
    tasks: ['audio-classification', 'feature-extraction'],
    config,
    preprocessor: { kind: 'audio', extractorClass: 'ASTFeatureExtractor' },
    graphs: [{ name: 'model', build }],
    heads: { 'feature-extraction': { architecture: 'ASTModel', graphs: [{ name: 'model', build: buildFeatures }] } },
    files: {
      'preprocessor_config.json': audioPreprocessor({
        type: 'ASTFeatureExtractor',
        extra: { feature_size: 1, num_mel_bins: melBins, max_length: frames, do_normalize: true, mean: -4.2677393, std: 4.5689974 },
      }),
    },
    transformersJs: { autoClass: 'AutoModelForAudioClassification', modelClass: 'ASTForAudioClassification' },
  },
]
