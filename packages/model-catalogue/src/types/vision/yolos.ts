import type { Value } from '@vitest-hardware/onnx-graph'
import { add } from '../../blocks/arithmetic.ts'
import { activate } from '../../blocks/activation.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { patchEmbedding, repeatForBatch } from '../../blocks/patch.ts'
import { visionLayer, type VisionTransformerSpec, vitNames } from '../../architectures/vision-transformer.ts'
import { imageNetStatistics, imagePreprocessor } from '../../folder/preprocessor.ts'
import type { GraphContext } from '../../graph-context.ts'
import { pixelsInput } from '../../graphs/image-inputs.ts'
import { batch } from '../../graphs/text-inputs.ts'
import { labelCount, tokensFrom } from '../../heads/vision.ts'
import type { GraphFile, ModelType } from '../../model-type.ts'
import { labelMaps } from './labels.ts'

const config = {
  hidden_size: 32,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  intermediate_size: 64,
  hidden_act: 'gelu',
  layer_norm_eps: 1e-12,
  image_size: [32, 32],
  patch_size: 8,
  num_channels: 3,
  qkv_bias: true,
  num_detection_tokens: 10,
  use_mid_position_embeddings: true,
} as const

const { hidden_size: size, num_detection_tokens: detections } = config
const patches = (32 / config.patch_size) ** 2
const tokens = 1 + patches + detections

const spec: VisionTransformerSpec = {
  image: 32,
  patch: config.patch_size,
  size,
  layers: config.num_hidden_layers,
  heads: config.num_attention_heads,
  innerSize: config.intermediate_size,
  activation: config.hidden_act,
  epsilon: config.layer_norm_eps,
  names: vitNames,
  prefix: [],
}

/** ViT with tokens for detections behind its patches, and positions added again between layers (Fang et al. 2021, arXiv:2106.00666, §3.1). */
function encode(context: GraphContext): Value {
  const { graph } = context
  const pixels = pixelsInput(context, { channels: 3, size: 32 })
  return graph.scope('vit', () => {
    const embedded = graph.scope('embeddings', () => {
      const seen = patchEmbedding(context, pixels, { name: 'patch_embeddings.projection', channels: 3, size, patch: spec.patch })
      const token = (name: string, count: number): Value =>
        repeatForBatch(context, context.weight(name, [1, count, size], { std: 1 }), seen, [count, size])
      const joined = graph.node('Concat', [token('cls_token', 1), seen, token('detection_tokens', detections)], { axis: 1 })
      return add(context, joined, context.weight('position_embeddings', [1, tokens, size], { std: 0.5 }))
    })
    let x = embedded
    for (let layer = 0; layer < config.num_hidden_layers; layer++) {
      if (layer > 0)
        x = add(
          context,
          x,
          graph.scope('encoder', () => context.weight('mid_position_embeddings', [1, tokens, size], { std: 0.5 })),
        )
      x = graph.scope(`encoder.layer.${layer}`, () => visionLayer(context, x, spec))
    }
    return layerNorm(context, x, { name: 'layernorm', size, epsilon: spec.epsilon })
  })
}

/** Three layers with ReLU between them: upstream's `YolosMLPPredictionHead`. */
function predictor(context: GraphContext, x: Value, name: string, outputSize: number): Value {
  const sizes = [size, size, size, outputSize]
  return [0, 1, 2].reduce((value, index) => {
    const next = linear(context, value, { name: `${name}.layers.${index}`, inputSize: sizes[index]!, outputSize: sizes[index + 1]! })
    return index < 2 ? activate(context, next, 'relu') : next
  }, x)
}

function detect(context: GraphContext): void {
  const { graph } = context
  const found = tokensFrom(context, encode(context), tokens - detections)
  graph.output('logits', predictor(context, found, 'class_labels_classifier', labelCount + 1), 'float32', [
    batch,
    detections,
    labelCount + 1,
  ])
  graph.output('pred_boxes', activate(context, predictor(context, found, 'bbox_predictor', 4), 'sigmoid'), 'float32', [
    batch,
    detections,
    4,
  ])
}

const bare: readonly [GraphFile] = [
  { name: 'model', build: (context) => context.graph.output('last_hidden_state', encode(context), 'float32', [batch, tokens, size]) },
]

export const modelTypes: readonly ModelType[] = [
  {
    type: 'yolos',
    tasks: ['object-detection', 'feature-extraction', 'image-feature-extraction'],
    config: { model_type: 'yolos', architectures: ['YolosForObjectDetection'], ...config, ...labelMaps(labelCount) },
    preprocessor: { kind: 'image', processorClass: 'YolosImageProcessor' },
    graphs: [{ name: 'model', build: detect }],
    heads: {
      'feature-extraction': { architecture: 'YolosModel', graphs: bare },
      'image-feature-extraction': { architecture: 'YolosModel', graphs: bare },
    },
    files: {
      'preprocessor_config.json': imagePreprocessor({
        type: 'YolosImageProcessor',
        size: { height: 32, width: 32 },
        statistics: imageNetStatistics,
      }),
    },
    transformersJs: { autoClass: 'AutoModelForObjectDetection', modelClass: 'YolosForObjectDetection' },
  },
]
