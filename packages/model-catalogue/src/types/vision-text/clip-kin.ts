import type { Value } from '@vitest-hardware/onnx-graph'
import { bertLayerNames, encodeText, type TextEncoderSpec } from '../../architectures/text-encoder.ts'
import { linear } from '../../blocks/linear.ts'
import { patchEmbedding, prependToken, tokenAt } from '../../blocks/patch.ts'
import { patchPositions, towerEncoder } from './tower-layers.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { clipStatistics, imagePreprocessor } from '../../folder/preprocessor.ts'
import type { GraphContext } from '../../graph-context.ts'
import { firstToken, pooled } from '../../heads/text.ts'
import { labelCount } from '../../heads/vision.ts'
import { type ModelType, type TokenizerClass, vocabularySize } from '../../model-type.ts'
import { clipTextTower, clipVisionTower } from './clip-towers.ts'
import { contrastiveOutputs, pairedPixels, pairedTextInputs, type TextInputs } from './contrastive.ts'
import { bertLikeSpec, robertaSpec } from '../encoder-only/encoder-parts.ts'
import { batch } from '../../graphs/text-inputs.ts'
import { labelMaps } from '../vision/labels.ts'
import { meanOfTokens, tokensFrom } from '../../heads/vision.ts'

const projection = 24
const tower = {
  hidden_size: 32,
  intermediate_size: 64,
  projection_dim: projection,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  layer_norm_eps: 1e-5,
  attention_dropout: 0,
} as const
const clipText = {
  ...tower,
  model_type: 'clip_text_model',
  vocab_size: vocabularySize,
  max_position_embeddings: 32,
  hidden_act: 'quick_gelu',
  bos_token_id: vocabularySize - 2,
  eos_token_id: vocabularySize - 1,
  pad_token_id: vocabularySize - 1,
} as const
const clipVision = {
  ...tower,
  model_type: 'clip_vision_model',
  num_channels: 3,
  image_size: 32,
  patch_size: 8,
  hidden_act: 'quick_gelu',
} as const

/** A text's vector, before the projection or behind it. */
type TextSide = (context: GraphContext, inputs: TextInputs) => Value

interface ClipKin {
  readonly prefix: string
  readonly text: TextSide
  readonly vision: typeof clipVision | (Omit<typeof clipVision, 'hidden_act'> & { readonly hidden_act: 'gelu' })
  readonly textConfig: Readonly<Record<string, unknown>>
  readonly tokenizer: TokenizerClass
  readonly scale?: number
  readonly fields?: Readonly<Record<string, unknown>>
  readonly classifies?: boolean
  /** The image's vector where the tower is not CLIP's. */
  readonly image?: (context: GraphContext, pixels: Value) => Value
  readonly processor?: string
  readonly transformersJs?: string
  readonly note: string
}

const dense = (context: GraphContext, x: Value, name: string, inputSize: number): Value =>
  linear(context, x, { name, inputSize, outputSize: projection, bias: false })

/** CLIP with another tower for one of its sides (Radford et al. 2021, arXiv:2103.00020). */
function clipKin(type: string, kin: ClipKin): ModelType {
  const { prefix, vision, scale = 2.6592, processor = 'CLIPImageProcessor' } = kin
  const build = (context: GraphContext): void => {
    const inputs = pairedTextInputs(context, true)
    const pixels = pairedPixels(context, { channels: 3, size: vision.image_size })
    const image = kin.image?.(context, pixels) ?? clipVisionTower(context, pixels, vision).pooled
    contrastiveOutputs(context, {
      text: kin.text(context, inputs),
      image: dense(context, image, 'visual_projection', 32),
      size: projection,
      scale,
    })
  }
  /** The mean of the patches, labelled (upstream's `…ForImageClassification`). */
  const classify = (context: GraphContext): void => {
    const pixels = pairedPixels(context, { channels: 3, size: vision.image_size, count: batch })
    const { hidden } = clipVisionTower(context, pixels, vision)
    const mean = meanOfTokens(context, tokensFrom(context, hidden, 1))
    context.graph.output('logits', linear(context, mean, { name: 'classifier', inputSize: 32, outputSize: labelCount }), 'float32', [
      batch,
      labelCount,
    ])
  }
  const graphs = [{ name: 'model', build }] as const
  return {
    type,
    tasks: ['zero-shot-image-classification', 'feature-extraction', ...(kin.classifies === true ? ['image-classification'] : [])],
    config: {
      model_type: type,
      architectures: [`${prefix}Model`],
      text_config: kin.textConfig,
      vision_config: vision,
      projection_dim: projection,
      logit_scale_init_value: scale,
      ...kin.fields,
    },
    preprocessor: { kind: 'multimodal', tokenizer: kin.tokenizer, processorClass: `${prefix}Processor`, imageProcessorClass: processor },
    graphs,
    heads: {
      'feature-extraction': { architecture: `${prefix}Model`, graphs },
      ...(kin.classifies === true
        ? {
            'image-classification': {
              architecture: `${prefix}ForImageClassification`,
              graphs: [{ name: 'model', build: classify }],
              config: labelMaps(labelCount),
            },
          }
        : {}),
    },
    files: {
      'preprocessor_config.json': imagePreprocessor({
        type: processor,
        processorClass: `${prefix}Processor`,
        size: { shortest_edge: vision.image_size },
        statistics: clipStatistics,
        resample: 'bicubic',
        crop: vision.image_size,
      }),
    },
    transformersJs: kin.transformersJs === undefined ? null : { autoClass: 'AutoModel', modelClass: kin.transformersJs },
    note: kin.transformersJs === undefined ? `${kin.note}; Transformers.js 4.3 has no class for ${type}` : kin.note,
  }
}

const ownClipText: TextSide = (context, inputs) => dense(context, clipTextTower(context, inputs, clipText).pooled, 'text_projection', 32)

/** BERT's encoder over texts as pairs with images have them: no token types are given, so all are of type 0. */
function bertText(spec: TextEncoderSpec, scope: string) {
  return (context: GraphContext, { ids, attentionMask }: TextInputs) =>
    context.graph.scope(scope, () =>
      encodeText(context, { ...spec, hasOneType: true }, { ids, attentionMask: attentionMask!, further: {} }),
    )
}

const bertConfig = {
  model_type: 'bert',
  vocab_size: vocabularySize,
  hidden_size: 32,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  intermediate_size: 64,
  hidden_act: 'gelu',
  max_position_embeddings: 512,
  type_vocab_size: 2,
  layer_norm_eps: 1e-12,
  pad_token_id: 0,
} as const

const oneTypeSpec = bertLikeSpec({ tokenTypes: 2 })
/** AltCLIP's XLM-R. */
const altSpec = bertLikeSpec({ ...robertaSpec, names: bertLayerNames })

/** BLIP's image tower: no norm before the layers, the last one over all tokens and once more over the first (upstream's `BlipVisionModel`). */
function blipImage(context: GraphContext, pixels: Value): Value {
  const { graph } = context
  return graph.scope('vision_model', () => {
    const embedded = graph.scope('embeddings', () => {
      const patches = patchEmbedding(context, pixels, { name: 'patch_embedding', channels: 3, size: 32, patch: clipVision.patch_size })
      const tokens = prependToken(context, patches, context.weight('class_embedding', [32], { std: 1 }), 32)
      return patchPositions(context, tokens, (clipVision.image_size / clipVision.patch_size) ** 2 + 1, 32)
    })
    const hidden = towerEncoder(context, embedded, { ...clipVision, hidden_act: 'gelu' }, [])
    const norm = (x: Value): Value => layerNorm(context, x, { name: 'post_layernorm', size: 32, epsilon: 1e-5 })
    return norm(tokenAt(context, norm(hidden), 0))
  })
}

export const modelTypes: readonly ModelType[] = [
  clipKin('clipseg', {
    prefix: 'CLIPSeg',
    text: ownClipText,
    vision: clipVision,
    textConfig: { ...clipText, model_type: 'clipseg_text_model' },
    tokenizer: 'CLIPTokenizer',
    fields: { extract_layers: [0, 1], reduce_dim: 16, decoder_num_attention_heads: 4, decoder_intermediate_size: 32, conditional_layer: 0 },
    processor: 'ViTImageProcessor',
    note: 'CLIP’s graph for this task upstream too; its decoder belongs to the segmentation that no auto class finds',
  }),
  clipKin('metaclip_2', {
    prefix: 'MetaClip2',
    text: ownClipText,
    vision: { ...clipVision, hidden_act: 'gelu' },
    textConfig: { ...clipText, model_type: 'metaclip_2_text_model', hidden_act: 'quick_gelu' },
    tokenizer: 'CLIPTokenizer',
    classifies: true,
    note: 'CLIP trained on the world’s languages (Chuang et al. 2025, arXiv:2507.22062), here with the exact GELU in its vision tower',
  }),
  clipKin('chinese_clip', {
    prefix: 'ChineseCLIP',
    text: (context, inputs) =>
      dense(context, firstToken(context, bertText(oneTypeSpec, 'text_model')(context, inputs).hidden), 'text_projection', 32),
    vision: clipVision,
    textConfig: { ...bertConfig, model_type: 'chinese_clip_text_model' },
    tokenizer: 'BertTokenizer',
    processor: 'ChineseCLIPImageProcessor',
    note: 'BERT’s first token for the text (Yang et al. 2022, arXiv:2211.01335); its tokens have no types here, as Transformers.js’ export has none',
  }),
  clipKin('altclip', {
    prefix: 'AltCLIP',
    text(context, inputs) {
      const text = bertText(altSpec, 'text_model.roberta')(context, inputs)
      const normed = layerNorm(context, text.hidden, { name: 'text_model.pre_LN', size: 32, epsilon: 1e-5 })
      const first = firstToken(context, normed)
      return dense(
        context,
        linear(context, first, { name: 'text_model.transformation', inputSize: 32, outputSize: 32 }),
        'text_projection',
        32,
      )
    },
    vision: clipVision,
    textConfig: {
      ...bertConfig,
      model_type: 'altclip_text_model',
      type_vocab_size: 1,
      max_position_embeddings: 514,
      layer_norm_eps: 1e-5,
      pad_token_id: 1,
      project_dim: 32,
    },
    tokenizer: 'T5Tokenizer',
    note: 'XLM-R, a norm and a dense layer for the text (Chen et al. 2022, arXiv:2211.06679)',
  }),
  {
    ...clipKin('vision-text-dual-encoder', {
      prefix: 'VisionTextDualEncoder',
      text: (context, inputs) =>
        dense(
          context,
          pooled(context, bertText(oneTypeSpec, 'text_model')(context, inputs), { kind: 'pooler', scope: 'text_model.pooler' }),
          'text_projection',
          32,
        ),
      vision: clipVision,
      textConfig: bertConfig,
      tokenizer: 'BertTokenizer',
      note: 'any two towers; here BERT with its pooler, and CLIP’s',
    }),
    tasks: ['feature-extraction'],
    heads: {},
  },
  clipKin('blip', {
    prefix: 'Blip',
    text: (context, inputs) =>
      dense(
        context,
        pooled(context, bertText(bertLikeSpec({ tokenTypes: 0 }), 'text_model')(context, inputs), {
          kind: 'pooler',
          scope: 'text_model.pooler',
        }),
        'text_projection',
        32,
      ),
    vision: { ...clipVision, hidden_act: 'gelu' },
    image: blipImage,
    textConfig: { ...bertConfig, model_type: 'blip_text_model', type_vocab_size: 0 },
    tokenizer: 'BertTokenizer',
    processor: 'BlipImageProcessor',
    note: 'BERT without token types and its pooler for the text (Li et al. 2022, arXiv:2201.12086, §3.1)',
  }),
]
