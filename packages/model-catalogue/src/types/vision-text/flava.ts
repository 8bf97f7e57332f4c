import type { Value } from '@vitest-hardware/onnx-graph'
import { embedImage, lastNorm, visionLayers, type VisionTransformerSpec, vitNames } from '../../architectures/vision-transformer.ts'
import { wordEmbeddings } from '../../architectures/post-norm-text.ts'
import { paddingMask } from '../../blocks/attention-mask.ts'
import { linear } from '../../blocks/linear.ts'
import { prependToken, repeatForBatch } from '../../blocks/patch.ts'
import { clipStatistics, imagePreprocessor } from '../../folder/preprocessor.ts'
import type { GraphContext } from '../../graph-context.ts'
import { pixelsInput } from '../../graphs/image-inputs.ts'
import { batch, idsInput, sequence } from '../../graphs/text-inputs.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { pairSizes } from './contrastive-type.ts'

const { size, image, patch } = pairSizes
const epsilon = 1e-12
const imageTokens = (image / patch) ** 2 + 1

const spec: VisionTransformerSpec = {
  image,
  patch,
  size,
  layers: pairSizes.layers,
  heads: pairSizes.heads,
  innerSize: pairSizes.inner,
  activation: 'gelu',
  epsilon,
  names: vitNames,
  prefix: [{ name: 'cls_token', count: 1 }],
}

const tower = {
  hidden_size: size,
  num_hidden_layers: pairSizes.layers,
  num_attention_heads: pairSizes.heads,
  intermediate_size: pairSizes.inner,
  hidden_act: 'gelu',
  layer_norm_eps: epsilon,
  qkv_bias: true,
}

const config = {
  model_type: 'flava',
  architectures: ['FlavaModel'],
  hidden_size: size,
  layer_norm_eps: epsilon,
  projection_dim: pairSizes.projection,
  text_config: {
    ...tower,
    model_type: 'flava_text_model',
    vocab_size: vocabularySize,
    type_vocab_size: 2,
    max_position_embeddings: 64,
    pad_token_id: 0,
  },
  image_config: {
    ...tower,
    model_type: 'flava_image_model',
    image_size: image,
    patch_size: patch,
    num_channels: 3,
    mask_token: true,
    vocab_size: vocabularySize,
  },
  multimodal_config: { ...tower, model_type: 'flava_multimodal_model', use_cls_token: true },
}

/** A tower's tokens before and behind its last norm. */
interface Encoded {
  readonly raw: Value
  readonly hidden: Value
}

function encode(context: GraphContext, embedded: Value, mask: Value | undefined): Encoded {
  const masked = mask === undefined ? spec : { ...spec, biases: () => [mask] }
  const raw = visionLayers(context, embedded, masked)
  return { raw, hidden: lastNorm(context, raw, spec) }
}

/** Towers of ViT's layers for images, for texts, and for both over what the first two made of theirs (Singh et al. 2022, arXiv:2112.04482, §3.1). */
function build(context: GraphContext): void {
  const { graph } = context
  const ids = idsInput(context, 'input_ids')
  const attentionMask = idsInput(context, 'attention_mask')
  const tokenTypes = idsInput(context, 'token_type_ids')
  const pixels = pixelsInput(context, { channels: 3, size: image })
  const seen = graph.scope('image_model', () => encode(context, embedImage(context, pixels, spec), undefined))
  const read = graph.scope('text_model', () => {
    const { embedded } = graph.scope('embeddings', () =>
      wordEmbeddings(context, ids, { vocabulary: vocabularySize, size, epsilon, maxPositions: 64, types: { ids: tokenTypes, count: 2 } }),
    )
    return encode(context, embedded, paddingMask(context, attentionMask))
  })
  const mapped = (x: Value, name: string): Value => linear(context, x, { name, inputSize: size, outputSize: size })
  const both = graph.node('Concat', [mapped(seen.raw, 'image_to_mm_projection'), mapped(read.raw, 'text_to_mm_projection')], { axis: 1 })
  const one = repeatForBatch(context, graph.constant('int64', [1]), ids, [imageTokens + 1])
  const multimodal = graph.scope('multimodal_model', () => {
    const joined = prependToken(context, both, context.weight('cls_token', [1, 1, size], { std: 1 }), size)
    return encode(context, joined, paddingMask(context, graph.node('Concat', [one, attentionMask], { axis: 1 })))
  })
  graph.output('image_embeddings', seen.hidden, 'float32', [batch, imageTokens, size])
  graph.output('text_embeddings', read.hidden, 'float32', [batch, sequence, size])
  graph.output('multimodal_embeddings', multimodal.hidden, 'float32', [batch, `${imageTokens + 1} + ${sequence}`, size])
}

export const modelTypes: readonly ModelType[] = [
  {
    type: 'flava',
    tasks: ['feature-extraction'],
    config,
    preprocessor: {
      kind: 'multimodal',
      tokenizer: 'BertTokenizer',
      processorClass: 'FlavaProcessor',
      imageProcessorClass: 'FlavaImageProcessor',
    },
    graphs: [{ name: 'model', build }],
    files: {
      'preprocessor_config.json': imagePreprocessor({
        type: 'FlavaImageProcessor',
        processorClass: 'FlavaProcessor',
        size: { height: image, width: image },
        statistics: clipStatistics,
        resample: 'bicubic',
      }),
    },
    transformersJs: null,
    note: 'three stacks of pre-norm layers, the third over the others without their last norms; Transformers.js has no class for it',
  },
]
