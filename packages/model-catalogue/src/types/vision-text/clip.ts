import type { Value } from '@vitest-hardware/onnx-graph'
import { linear } from '../../blocks/linear.ts'
import { clipStatistics, imagePreprocessor } from '../../folder/preprocessor.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, sequence } from '../../graphs/text-inputs.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { labelCount, meanOfTokens, tokensFrom } from '../../heads/vision.ts'
import { clipTextTower, clipVisionTokens, clipVisionTower } from './clip-towers.ts'
import { contrastiveOutputs, loneTextInputs, pairedPixels, pairedTextInputs } from './contrastive.ts'

const text = {
  model_type: 'clip_text_model',
  vocab_size: vocabularySize,
  hidden_size: 32,
  intermediate_size: 64,
  projection_dim: 24,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  max_position_embeddings: 32,
  hidden_act: 'quick_gelu',
  layer_norm_eps: 1e-5,
  attention_dropout: 0,
  bos_token_id: vocabularySize - 2,
  eos_token_id: vocabularySize - 1,
  pad_token_id: vocabularySize - 1,
} as const

const vision = {
  model_type: 'clip_vision_model',
  hidden_size: 32,
  intermediate_size: 64,
  projection_dim: 24,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  num_channels: 3,
  image_size: 32,
  patch_size: 8,
  hidden_act: 'quick_gelu',
  layer_norm_eps: 1e-5,
  attention_dropout: 0,
} as const

const config = {
  model_type: 'clip',
  architectures: ['CLIPModel'],
  text_config: text,
  vision_config: vision,
  projection_dim: 24,
  logit_scale_init_value: 2.6592,
  initializer_factor: 1,
} as const

const pixelOptions = { channels: vision.num_channels, size: vision.image_size }
const tokens = (vision.image_size / vision.patch_size) ** 2 + 1
const project = (context: GraphContext, pooled: Value, name: string, inputSize: number): Value =>
  linear(context, pooled, { name, inputSize, outputSize: config.projection_dim, bias: false })
const projectText = (context: GraphContext, pooled: Value): Value => project(context, pooled, 'text_projection', text.hidden_size)
const projectImage = (context: GraphContext, pooled: Value): Value => project(context, pooled, 'visual_projection', vision.hidden_size)

function build(context: GraphContext): void {
  const inputs = pairedTextInputs(context, true)
  const pixels = pairedPixels(context, pixelOptions)
  contrastiveOutputs(context, {
    text: projectText(context, clipTextTower(context, inputs, text).pooled),
    image: projectImage(context, clipVisionTower(context, pixels, vision).pooled),
    size: config.projection_dim,
    scale: config.logit_scale_init_value,
  })
}

function buildText(context: GraphContext): void {
  const { hidden, pooled } = clipTextTower(context, loneTextInputs(context), text)
  context.graph.output('text_embeds', projectText(context, pooled), 'float32', [batch, config.projection_dim])
  context.graph.output('last_hidden_state', hidden, 'float32', [batch, sequence, text.hidden_size])
}

function buildVision(context: GraphContext): void {
  const { hidden, pooled } = clipVisionTower(context, pairedPixels(context, { ...pixelOptions, count: batch }), vision)
  context.graph.output('image_embeds', projectImage(context, pooled), 'float32', [batch, config.projection_dim])
  context.graph.output('last_hidden_state', hidden, 'float32', [batch, tokens, vision.hidden_size])
}

/** The mean of the patches, the class token left out (upstream's `CLIPForImageClassification`). */
function classify(context: GraphContext): void {
  const hidden = clipVisionTokens(context, pairedPixels(context, { ...pixelOptions, count: batch }), vision)
  const summary = meanOfTokens(context, tokensFrom(context, hidden, 1))
  const logits = linear(context, summary, { name: 'classifier', inputSize: vision.hidden_size, outputSize: labelCount })
  context.graph.output('logits', logits, 'float32', [batch, labelCount])
}

export const modelTypes: readonly ModelType[] = [
  {
    type: 'clip',
    tasks: ['zero-shot-image-classification', 'feature-extraction', 'image-classification'],
    config,
    preprocessor: {
      kind: 'multimodal',
      tokenizer: 'CLIPTokenizer',
      processorClass: 'CLIPProcessor',
      imageProcessorClass: 'CLIPImageProcessor',
    },
    graphs: [
      { name: 'model', build },
      { name: 'text_model', build: buildText },
      { name: 'vision_model', build: buildVision },
    ],
    heads: {
      'feature-extraction': { architecture: 'CLIPModel', graphs: [{ name: 'model', build }] },
      'image-classification': { architecture: 'CLIPForImageClassification', graphs: [{ name: 'model', build: classify }] },
    },
    files: {
      'preprocessor_config.json': imagePreprocessor({
        type: 'CLIPImageProcessor',
        processorClass: 'CLIPProcessor',
        size: { shortest_edge: vision.image_size },
        statistics: clipStatistics,
        resample: 'bicubic',
        crop: vision.image_size,
      }),
    },
    transformersJs: { autoClass: 'AutoModel', modelClass: 'CLIPModel' },
    note: 'text_model and vision_model are what CLIPTextModelWithProjection and CLIPVisionModelWithProjection load',
  },
]
