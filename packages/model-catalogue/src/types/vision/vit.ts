import type { Value } from '@vitest-hardware/onnx-graph'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { patchEmbedding, prependToken, tokenAt } from '../../blocks/patch.ts'
import { halfStatistics, imagePreprocessor } from '../../folder/preprocessor.ts'
import type { GraphContext } from '../../graph-context.ts'
import { pixelsInput } from '../../graphs/image-inputs.ts'
import { batch } from '../../graphs/text-inputs.ts'
import type { ModelType } from '../../model-type.ts'
import { labelMaps } from './labels.ts'
import { vitLayer } from './vit-layers.ts'

const labels = 10
const config = {
  model_type: 'vit',
  architectures: ['ViTForImageClassification'],
  hidden_size: 32,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  intermediate_size: 64,
  hidden_act: 'gelu',
  hidden_dropout_prob: 0,
  attention_probs_dropout_prob: 0,
  initializer_range: 0.02,
  layer_norm_eps: 1e-12,
  image_size: 32,
  patch_size: 8,
  num_channels: 3,
  qkv_bias: true,
  encoder_stride: 8,
  ...labelMaps(labels),
} as const

const { hidden_size: size, layer_norm_eps: epsilon } = config

function embed(context: GraphContext, pixels: Value): Value {
  const { graph } = context
  return graph.scope('embeddings', () => {
    const patches = patchEmbedding(context, pixels, {
      name: 'patch_embeddings.projection',
      channels: config.num_channels,
      size,
      patch: config.patch_size,
    })
    const tokens = prependToken(context, patches, context.weight('cls_token', [1, 1, size], { std: 1 }), size)
    const count = (config.image_size / config.patch_size) ** 2 + 1
    return graph.node('Add', [tokens, context.weight('position_embeddings', [1, count, size], { std: 0.5 })])
  })
}

function build(context: GraphContext): void {
  const { graph } = context
  const pixels = pixelsInput(context, { channels: config.num_channels, size: config.image_size })
  const hidden = graph.scope('vit', () => {
    let x = embed(context, pixels)
    for (let index = 0; index < config.num_hidden_layers; index++)
      x = graph.scope(`encoder.layer.${index}`, () => vitLayer(context, x, config))
    return layerNorm(context, x, { name: 'layernorm', size, epsilon })
  })
  const logits = linear(context, tokenAt(context, hidden, 0), { name: 'classifier', inputSize: size, outputSize: labels })
  graph.output('logits', logits, 'float32', [batch, labels])
}

export const modelTypes: readonly ModelType[] = [
  {
    type: 'vit',
    tasks: ['image-classification'],
    config,
    preprocessor: { kind: 'image', processorClass: 'ViTImageProcessor' },
    graphs: [{ name: 'model', build }],
    files: {
      'preprocessor_config.json': imagePreprocessor({
        type: 'ViTImageProcessor',
        size: { height: config.image_size, width: config.image_size },
        statistics: halfStatistics,
      }),
    },
    transformersJs: { autoClass: 'AutoModelForImageClassification', modelClass: 'ViTForImageClassification' },
  },
]
