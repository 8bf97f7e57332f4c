import type { Value } from '@vitest-hardware/onnx-graph'
import { postNormLayers, type PostNormSpec, wordEmbeddings } from '../../architectures/post-norm-text.ts'
import { tanhPooler } from '../../architectures/vision-transformer.ts'
import { blocksNames, visionTower, type VisionTowerSpec } from '../../architectures/vision-tower.ts'
import { causalMask, paddingMask } from '../../blocks/attention-mask.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { tokenAt } from '../../blocks/patch.ts'
import type { GraphContext } from '../../graph-context.ts'
import { pixelsInput } from '../../graphs/image-inputs.ts'
import { batch, decoderSequence, idsInput, sequence } from '../../graphs/text-inputs.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { maskedLanguageHead } from '../encoder-only/bert-layers.ts'
import { clipScale, contrastiveType, pairSizes, projected } from './contrastive-type.ts'

const { size, image, patch } = pairSizes
const epsilon = 1e-12

/** BLIP's tower (Li et al. 2022, arXiv:2201.12086, §3.1): ViT with one projection of queries, keys and values. */
const tower: VisionTowerSpec = {
  size,
  layers: pairSizes.layers,
  heads: pairSizes.heads,
  innerSize: pairSizes.inner,
  activation: 'gelu',
  epsilon: 1e-5,
  norm: 'layer',
  image,
  patch,
  patches: { name: 'patch_embedding', bias: true },
  embeddingScope: 'embeddings',
  classToken: 'class_embedding',
  positions: 'position_embedding',
  after: 'post_layernorm',
  names: {
    ...blocksNames,
    layers: 'encoder.layers',
    norms: ['layer_norm1', 'layer_norm2'],
    attention: 'self_attn',
    projections: { fused: 'qkv', output: 'projection' },
  },
}

const textSpec: PostNormSpec = {
  size,
  layers: pairSizes.layers,
  heads: pairSizes.heads,
  innerSize: pairSizes.inner,
  activation: 'gelu',
  epsilon,
  sourceSize: size,
}
const maxPositions = 64

const textConfig = {
  model_type: 'blip_text_model',
  vocab_size: vocabularySize,
  hidden_size: size,
  encoder_hidden_size: size,
  intermediate_size: pairSizes.inner,
  projection_dim: pairSizes.projection,
  num_hidden_layers: pairSizes.layers,
  num_attention_heads: pairSizes.heads,
  max_position_embeddings: maxPositions,
  hidden_act: 'gelu',
  layer_norm_eps: epsilon,
  bos_token_id: 122,
  eos_token_id: 2,
  pad_token_id: 0,
  sep_token_id: 102,
} as const

interface TextRun {
  readonly ids: Value
  readonly mask: Value
  readonly source?: { readonly value: Value; readonly biases?: readonly Value[] }
}

/** The text stack that reads an image where there is one (MED, arXiv:2201.12086, §3.1). */
function readText(context: GraphContext, { ids, mask, source }: TextRun): { readonly hidden: Value; readonly wordEmbeddings: Value } {
  const { embedded, words } = context.graph.scope('embeddings', () =>
    wordEmbeddings(context, ids, { vocabulary: vocabularySize, size, epsilon, maxPositions }),
  )
  return {
    hidden: postNormLayers(context, embedded, textSpec, { biases: [mask], ...(source ? { source } : {}) }),
    wordEmbeddings: words.weight,
  }
}

const seeImage = (context: GraphContext, pixels: Value): Value =>
  context.graph.scope('vision_model', () => visionTower(context, pixels, tower))

/** The text decoder with its head: `[batch, length, vocabulary]`. */
function writeText(context: GraphContext, run: TextRun): Value {
  const { graph } = context
  return graph.scope('text_decoder', () => {
    const text = graph.scope('bert', () => readText(context, run))
    const names = { dense: 'transform.dense', norm: 'transform.LayerNorm', bias: 'bias' }
    return graph.scope('cls.predictions', () => maskedLanguageHead(context, textConfig, text, names))
  })
}

function captioning(context: GraphContext): void {
  const pixels = pixelsInput(context, { channels: 3, size: image })
  const ids = idsInput(context, 'input_ids')
  const attentionMask = idsInput(context, 'attention_mask')
  const source = { value: seeImage(context, pixels) }
  const logits = writeText(context, { ids, mask: causalMask(context, { queries: ids, attentionMask }), source })
  context.graph.output('logits', logits, 'float32', [batch, sequence, vocabularySize])
}

/** The question's stack reads the image, the answer's reads the question (arXiv:2201.12086, Figure 5). */
function answering(context: GraphContext): void {
  const { graph } = context
  const ids = idsInput(context, 'input_ids')
  const attentionMask = idsInput(context, 'attention_mask')
  const pixels = pixelsInput(context, { channels: 3, size: image })
  const answer = idsInput(context, 'decoder_input_ids', decoderSequence)
  const source = { value: seeImage(context, pixels) }
  const padding = paddingMask(context, attentionMask)
  const question = graph.scope('text_encoder', () => readText(context, { ids, mask: padding, source }).hidden)
  const logits = writeText(context, {
    ids: answer,
    mask: causalMask(context, { queries: answer }),
    source: { value: question, biases: [padding] },
  })
  graph.output('logits', logits, 'float32', [batch, decoderSequence, vocabularySize])
}

const head = (architecture: string, build: (context: GraphContext) => void) =>
  ({ architecture, graphs: [{ name: 'model', build }] }) as const

export const modelTypes: readonly ModelType[] = [
  contrastiveType('blip', {
    architecture: 'BlipModel',
    config: {
      text_config: textConfig,
      vision_config: {
        model_type: 'blip_vision_model',
        hidden_size: size,
        intermediate_size: pairSizes.inner,
        num_hidden_layers: pairSizes.layers,
        num_attention_heads: pairSizes.heads,
        image_size: image,
        patch_size: patch,
        hidden_act: 'gelu',
        layer_norm_eps: tower.epsilon,
      },
      logit_scale_init_value: clipScale,
      image_text_hidden_size: pairSizes.projection,
    },
    scale: clipScale,
    text: (context, { ids, attentionMask }) => {
      const pooled = context.graph.scope('text_model', () => {
        const { hidden } = readText(context, { ids, mask: paddingMask(context, attentionMask!) })
        return tanhPooler(context, tokenAt(context, hidden, 0), size)
      })
      return projected(context, pooled, 'text_projection')
    },
    image: (context, pixels) => {
      // upstream's tower applies its last norm to the class token once more
      const first = tokenAt(context, seeImage(context, pixels), 0)
      const twice = context.graph.scope('vision_model', () =>
        layerNorm(context, first, { name: 'post_layernorm', size, epsilon: tower.epsilon }),
      )
      return projected(context, twice, 'visual_projection')
    },
    heads: {
      'image-text-to-text': head('BlipForConditionalGeneration', captioning),
      'any-to-any': head('BlipForConditionalGeneration', captioning),
      'visual-question-answering': head('BlipForQuestionAnswering', answering),
    },
    processor: { tokenizer: 'BertTokenizer', processorClass: 'BlipProcessor', imageProcessorClass: 'BlipImageProcessor' },
    note: 'answers to questions are given as decoder_input_ids; Transformers.js has no class for it',
  }),
]
