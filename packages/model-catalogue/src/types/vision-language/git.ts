import type { Value } from '@vitest-hardware/onnx-graph'
import { decoderBody, decoderLogits } from '../../architectures/causal-decoder.ts'
import type { DecoderSpec } from '../../architectures/decoder-spec.ts'
import { visionTower } from '../../architectures/vision-tower.ts'
import { embedding } from '../../blocks/embedding.ts'
import { imageSpanMask } from '../../blocks/image-span-mask.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { repeatForBatch } from '../../blocks/patch.ts'
import { learnedPositions, positionRange } from '../../blocks/position.ts'
import { clipStatistics, imagePreprocessor } from '../../folder/preprocessor.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, idsInput, sequence } from '../../graphs/text-inputs.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { imagePixels } from './image-features.ts'
import { textHeads, textHeadSize, textSize } from './text-decoders.ts'
import { clipTower, imageSize, visionSize } from './vision-towers.ts'

const tower = clipTower({ spec: { after: 'post_layernorm' } })
const epsilon = 1e-12
const imageTokens = 5
const projection = (name: string) => ({ name, bias: true })

/** BERT's layers, read from left to right (Wang et al. 2022, arXiv:2205.14100, §3.1). */
const decoder: DecoderSpec = {
  vocabulary: vocabularySize,
  size: textSize,
  norm: { kind: 'layer', epsilon },
  names: { body: 'git', layers: 'encoder.layer', finalNorm: null, head: 'output' },
  logits: { tied: false, bias: true },
  layers: [0, 1].map(() => ({
    mixer: {
      name: 'attention',
      heads: textHeads,
      headSize: textHeadSize,
      projections: { query: projection('self.query'), key: projection('self.key'), value: projection('self.value') },
      output: projection('output.dense'),
    },
    feedForward: {
      kind: 'dense',
      name: '',
      innerSize: 64,
      activation: 'gelu',
      gate: 'none',
      bias: true,
      names: { up: 'intermediate.dense', down: 'output.dense' },
    },
    residual: 'post',
    norms: ['attention.output.LayerNorm', 'output.LayerNorm'],
  })),
}

const config = {
  model_type: 'git',
  architectures: ['GitForCausalLM'],
  vision_config: { ...tower.config, model_type: 'git_vision_model' },
  vocab_size: vocabularySize,
  hidden_size: textSize,
  num_hidden_layers: 2,
  num_attention_heads: textHeads,
  intermediate_size: 64,
  hidden_act: 'gelu',
  max_position_embeddings: 64,
  layer_norm_eps: epsilon,
  pad_token_id: 0,
  bos_token_id: 101,
  eos_token_id: 102,
  tie_word_embeddings: false,
  num_image_with_embedding: null,
}

/** The image's tokens stand before the text's and see one another both ways. */
function body(context: GraphContext): { readonly hidden: Value; readonly words: Value | null } {
  const { graph } = context
  const ids = idsInput(context, 'input_ids')
  const attentionMask = idsInput(context, 'attention_mask')
  const pixels = imagePixels(context, { tower: tower.spec })
  const { text, image } = graph.scope('git', () => ({
    text: textEmbeddings(context, ids),
    image: imageEmbeddings(context, pixels),
  }))
  const one = repeatForBatch(context, graph.constant('int64', [1]), image, [imageTokens])
  const embeddings = graph.node('Concat', [image, text], { axis: 1 })
  const zeros = graph.node('Mul', [ids, graph.constant('int64', 0)])
  const whole = graph.node('Concat', [one, attentionMask], { axis: 1 })
  const tokenTypes = graph.node('Concat', [one, zeros], { axis: 1 })
  return decoderBody(context, decoder, {
    embeddings,
    attentionMask: whole,
    positions: whole,
    mask: (window) => imageSpanMask(context, { queries: embeddings, attentionMask: whole, tokenTypes, window }),
  })
}

function textEmbeddings(context: GraphContext, ids: Value): Value {
  const { graph } = context
  return graph.scope('embeddings', () => {
    const words = embedding(context, { name: 'word_embeddings', count: vocabularySize, size: textSize }).lookup(ids)
    const positions = learnedPositions(context, {
      name: 'position_embeddings',
      count: config.max_position_embeddings,
      size: textSize,
      positions: positionRange(context, ids),
    })
    return layerNorm(context, graph.node('Add', [words, positions]), { name: 'LayerNorm', size: textSize, epsilon })
  })
}

function imageEmbeddings(context: GraphContext, pixels: Value): Value {
  const { graph } = context
  const features = graph.scope('image_encoder.vision_model', () => visionTower(context, pixels, tower.spec))
  return graph.scope('visual_projection.visual_projection', () => {
    const projected = linear(context, features, { name: '0', inputSize: visionSize, outputSize: textSize })
    return layerNorm(context, projected, { name: '1', size: textSize, epsilon: 1e-5 })
  })
}

const total = `${imageTokens} + ${sequence}`
const logits = [
  {
    name: 'model',
    build: (context: GraphContext) =>
      context.graph.output('logits', decoderLogits(context, decoder, body(context)), 'float32', [batch, total, vocabularySize]),
  },
] as const
const hidden = [
  {
    name: 'model',
    build: (context: GraphContext) => context.graph.output('last_hidden_state', body(context).hidden, 'float32', [batch, total, textSize]),
  },
] as const
const generator = { architecture: 'GitForCausalLM', graphs: logits }

export const modelTypes: readonly ModelType[] = [
  {
    type: 'git',
    tasks: ['image-text-to-text', 'feature-extraction', 'text-generation', 'any-to-any'],
    config,
    preprocessor: {
      kind: 'multimodal',
      tokenizer: 'BertTokenizer',
      processorClass: 'GitProcessor',
      imageProcessorClass: 'CLIPImageProcessor',
    },
    files: {
      'preprocessor_config.json': imagePreprocessor({
        type: 'CLIPImageProcessor',
        processorClass: 'GitProcessor',
        size: { height: imageSize, width: imageSize },
        statistics: clipStatistics,
        resample: 'bicubic',
      }),
    },
    graphs: logits,
    heads: { 'feature-extraction': { architecture: 'GitModel', graphs: hidden }, 'text-generation': generator, 'any-to-any': generator },
    transformersJs: null,
    note: 'the class token and patches stand before the text, so there are more logits than tokens; Transformers.js has no class for it',
  },
]
