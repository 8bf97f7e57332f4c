import { halfStatistics, imagePreprocessor } from '../../folder/preprocessor.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, sequence } from '../../graphs/text-inputs.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { contrastiveOutputs, loneTextInputs, pairedPixels, pairedTextInputs } from './contrastive.ts'
import { siglipTextTower, siglipVisionTower } from './siglip-towers.ts'

const text = {
  model_type: 'siglip_text_model',
  vocab_size: vocabularySize,
  hidden_size: 32,
  intermediate_size: 64,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  max_position_embeddings: 64,
  hidden_act: 'gelu_pytorch_tanh',
  layer_norm_eps: 1e-6,
  attention_dropout: 0,
  projection_size: 32,
  pad_token_id: 1,
  eos_token_id: 1,
} as const

const vision = {
  model_type: 'siglip_vision_model',
  hidden_size: 32,
  intermediate_size: 64,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  num_channels: 3,
  image_size: 32,
  patch_size: 8,
  hidden_act: 'gelu_pytorch_tanh',
  layer_norm_eps: 1e-6,
  attention_dropout: 0,
} as const

const config = {
  model_type: 'siglip',
  architectures: ['SiglipModel'],
  text_config: text,
  vision_config: vision,
  initializer_factor: 1,
} as const

/** ln 10 and -10, from which upstream's training starts (arXiv:2303.15343, §3.2). */
const initial = { scale: Math.LN10, bias: -10 }
const pixelOptions = { channels: vision.num_channels, size: vision.image_size }
const patches = (vision.image_size / vision.patch_size) ** 2

function build(context: GraphContext): void {
  const { ids } = pairedTextInputs(context, false)
  const pixels = pairedPixels(context, pixelOptions)
  contrastiveOutputs(context, {
    text: siglipTextTower(context, ids, text).pooled,
    image: siglipVisionTower(context, pixels, vision).pooled,
    size: text.projection_size,
    ...initial,
  })
}

function buildText(context: GraphContext): void {
  const { hidden, pooled } = siglipTextTower(context, loneTextInputs(context).ids, text)
  context.graph.output('last_hidden_state', hidden, 'float32', [batch, sequence, text.hidden_size])
  context.graph.output('pooler_output', pooled, 'float32', [batch, text.projection_size])
}

function buildVision(context: GraphContext): void {
  const { hidden, pooled } = siglipVisionTower(context, pairedPixels(context, { ...pixelOptions, count: batch }), vision)
  context.graph.output('last_hidden_state', hidden, 'float32', [batch, patches, vision.hidden_size])
  context.graph.output('pooler_output', pooled, 'float32', [batch, vision.hidden_size])
}

export const modelTypes: readonly ModelType[] = [
  {
    type: 'siglip',
    tasks: ['zero-shot-image-classification'],
    config,
    preprocessor: {
      kind: 'multimodal',
      tokenizer: 'SiglipTokenizer',
      processorClass: 'SiglipProcessor',
      imageProcessorClass: 'SiglipImageProcessor',
    },
    graphs: [
      { name: 'model', build },
      { name: 'text_model', build: buildText },
      { name: 'vision_model', build: buildVision },
    ],
    files: {
      'preprocessor_config.json': imagePreprocessor({
        type: 'SiglipImageProcessor',
        processorClass: 'SiglipProcessor',
        size: { height: vision.image_size, width: vision.image_size },
        statistics: halfStatistics,
        resample: 'bicubic',
      }),
    },
    transformersJs: { autoClass: 'AutoModel', modelClass: 'SiglipModel' },
    note: 'text_model and vision_model are what SiglipTextModel and SiglipVisionModel load',
  },
]
