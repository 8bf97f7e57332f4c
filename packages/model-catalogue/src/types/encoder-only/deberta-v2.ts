import type { Value } from '@vitest-hardware/onnx-graph'
import { encoderType } from '../../architectures/text-encoder-type.ts'
import { pairMask } from '../../blocks/attention-mask.ts'
import { disentangledAttention, relativeBuckets } from '../../blocks/disentangled-attention.ts'
import { embedding } from '../../blocks/embedding.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import type { GraphContext } from '../../graph-context.ts'
import type { TextFeatures } from '../../heads/text.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { bertHead, bertLikeSpec, maskedByTransformersJs, textPreprocessor, usualTasks } from './encoder-parts.ts'

const config = {
  model_type: 'deberta-v2',
  architectures: ['DebertaV2ForMaskedLM'],
  vocab_size: vocabularySize,
  hidden_size: 32,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  intermediate_size: 64,
  hidden_act: 'gelu',
  hidden_dropout_prob: 0.1,
  attention_probs_dropout_prob: 0.1,
  max_position_embeddings: 512,
  type_vocab_size: 0,
  initializer_range: 0.02,
  layer_norm_eps: 1e-7,
  relative_attention: true,
  max_relative_positions: -1,
  position_buckets: 8,
  norm_rel_ebd: 'layer_norm',
  share_att_key: true,
  pos_att_type: ['p2c', 'c2p'],
  position_biased_input: false,
  pad_token_id: 0,
  legacy: true,
} as const

const { hidden_size: size, position_buckets: span } = config
const norm = (context: GraphContext, x: Value, name: string): Value => layerNorm(context, x, { name, size, epsilon: config.layer_norm_eps })

interface Shared {
  readonly mask: Value
  readonly buckets: Value
  readonly relativeEmbeddings: Value
}

function layer(context: GraphContext, x: Value, shared: Shared): Value {
  const { graph } = context
  const attended = graph.scope('attention', () => {
    const names = { query: 'self.query_proj', key: 'self.key_proj', value: 'self.value_proj' }
    const merged = disentangledAttention(context, x, { ...shared, size, heads: config.num_attention_heads, names, span })
    const output = linear(context, merged, { name: 'output.dense', inputSize: size, outputSize: size })
    return norm(context, graph.node('Add', [output, x]), 'output.LayerNorm')
  })
  const names = { up: 'intermediate.dense', down: 'output.dense' }
  const fed = feedForward(context, attended, { names, size, innerSize: config.intermediate_size, activation: config.hidden_act })
  return norm(context, graph.node('Add', [fed, attended]), 'output.LayerNorm')
}

/** DeBERTa-v2's encoder: no positions in the embeddings, relative ones in the attention (He et al. 2021, arXiv:2006.03654; v3's buckets, arXiv:2111.09543). */
function encode(context: GraphContext, ids: Value, attentionMask: Value): TextFeatures {
  const { graph } = context
  const mask = pairMask(context, attentionMask)
  const { embedded, wordEmbeddings } = graph.scope('embeddings', () => {
    const words = embedding(context, { name: 'word_embeddings', count: config.vocab_size, size })
    const kept = graph.node('Cast', [graph.node('Unsqueeze', [attentionMask, graph.constant('int64', [2])])], { to: 1 })
    return { embedded: graph.node('Mul', [norm(context, words.lookup(ids), 'LayerNorm'), kept]), wordEmbeddings: words.weight }
  })
  const hidden = graph.scope('encoder', () => {
    const relative = graph.scope('rel_embeddings', () => context.weight('weight', [2 * span, size], { std: 1 }))
    const shared = {
      mask,
      buckets: relativeBuckets(context, ids, { span, maxPosition: config.max_position_embeddings }),
      relativeEmbeddings: norm(context, relative, 'LayerNorm'),
    }
    let x = embedded
    for (let index = 0; index < config.num_hidden_layers; index++) x = graph.scope(`layer.${index}`, () => layer(context, x, shared))
    return x
  })
  return { hidden, size, words: wordEmbeddings }
}

export const modelTypes: readonly ModelType[] = [
  encoderType('deberta-v2', {
    config,
    spec: bertLikeSpec({ tokenTypes: 0, positions: 'none', epsilon: config.layer_norm_eps }),
    body: (context, { ids, attentionMask }) => encode(context, ids, attentionMask),
    scope: 'deberta',
    prefix: 'DebertaV2',
    tasks: [...usualTasks, 'pretraining', 'text-encoding'],
    masked: bertHead({ epsilon: config.layer_norm_eps }),
    summary: { kind: 'pooler', scope: 'pooler', activation: 'gelu' },
    preprocessor: textPreprocessor('DebertaV2Tokenizer'),
    transformersJs: maskedByTransformersJs('DebertaV2ForMaskedLM'),
    note: 'disentangled attention over content and relative position',
  }),
]
