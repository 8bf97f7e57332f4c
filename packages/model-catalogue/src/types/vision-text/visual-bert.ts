import type { Value } from '@vitest-hardware/onnx-graph'
import { postNormLayers, type PostNormSpec, wordEmbeddings } from '../../architectures/post-norm-text.ts'
import { tanhPooler } from '../../architectures/vision-transformer.ts'
import { paddingMask } from '../../blocks/attention-mask.ts'
import { embedding } from '../../blocks/embedding.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { tokenAt } from '../../blocks/patch.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, idsInput, sequence } from '../../graphs/text-inputs.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { maskedLanguageHead } from '../encoder-only/bert-layers.ts'

const config = {
  model_type: 'visual_bert',
  architectures: ['VisualBertModel'],
  vocab_size: vocabularySize,
  hidden_size: 32,
  visual_embedding_dim: 24,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  intermediate_size: 64,
  hidden_act: 'gelu',
  max_position_embeddings: 64,
  type_vocab_size: 2,
  layer_norm_eps: 1e-12,
  bypass_transformer: false,
  special_visual_initialize: true,
  pad_token_id: 0,
} as const
const { hidden_size: size, layer_norm_eps: epsilon } = config
const regions = 4

const spec: PostNormSpec = {
  size,
  layers: config.num_hidden_layers,
  heads: config.num_attention_heads,
  innerSize: config.intermediate_size,
  activation: config.hidden_act,
  epsilon,
}

/** BERT over words and, behind them, regions that a detector found (Li et al. 2019, arXiv:1908.03557, §3.1). */
function body(context: GraphContext): { readonly hidden: Value; readonly pooled: Value; readonly words: Value } {
  const { graph } = context
  const ids = idsInput(context, 'input_ids')
  const attentionMask = idsInput(context, 'attention_mask')
  const tokenTypes = idsInput(context, 'token_type_ids')
  const visual = graph.input('visual_embeds', 'float32', [batch, regions, config.visual_embedding_dim])
  const visualTypes = graph.input('visual_token_type_ids', 'int64', [batch, regions])
  const visualMask = graph.input('visual_attention_mask', 'int64', [batch, regions])
  return graph.scope('visual_bert', () => {
    const { embedded, words } = graph.scope('embeddings', () => {
      const text = wordEmbeddings(context, ids, {
        vocabulary: vocabularySize,
        size,
        epsilon,
        maxPositions: config.max_position_embeddings,
        types: { ids: tokenTypes, count: config.type_vocab_size },
        norm: null,
      })
      const seen = linear(context, visual, { name: 'visual_projection', inputSize: config.visual_embedding_dim, outputSize: size })
      const types = embedding(context, { name: 'visual_token_type_embeddings', count: config.type_vocab_size, size, std: 0.5 })
      const positions = embedding(context, { name: 'visual_position_embeddings', count: config.max_position_embeddings, size, std: 0.5 })
      // regions have no order: all stand at position 0
      const place = positions.lookup(graph.constant('int64', [0]))
      const regionTokens = graph.node('Add', [graph.node('Add', [seen, place]), types.lookup(visualTypes)])
      const joined = graph.node('Concat', [text.embedded, regionTokens], { axis: 1 })
      return { embedded: layerNorm(context, joined, { name: 'LayerNorm', size, epsilon }), words: text.words.weight }
    })
    const mask = paddingMask(context, graph.node('Concat', [attentionMask, visualMask], { axis: 1 }))
    const hidden = postNormLayers(context, embedded, spec, { biases: [mask] })
    return { hidden, pooled: tanhPooler(context, tokenAt(context, hidden, 0), size), words }
  })
}

const total = `${sequence} + ${regions}`

function bare(context: GraphContext): void {
  const { hidden, pooled } = body(context)
  context.graph.output('last_hidden_state', hidden, 'float32', [batch, total, size])
  context.graph.output('pooler_output', pooled, 'float32', [batch, size])
}

function pretraining(context: GraphContext): void {
  const { graph } = context
  const { hidden, pooled, words } = body(context)
  graph.scope('cls', () => {
    const names = { dense: 'transform.dense', norm: 'transform.LayerNorm', bias: 'bias' }
    const scores = graph.scope('predictions', () => maskedLanguageHead(context, config, { hidden, wordEmbeddings: words }, names))
    graph.output('prediction_logits', scores, 'float32', [batch, total, vocabularySize])
    const relation = linear(context, pooled, { name: 'seq_relationship', inputSize: size, outputSize: 2 })
    graph.output('seq_relationship_logits', relation, 'float32', [batch, 2])
  })
}

export const modelTypes: readonly ModelType[] = [
  {
    type: 'visual_bert',
    tasks: ['feature-extraction', 'pretraining'],
    config,
    preprocessor: { kind: 'text', tokenizer: 'BertTokenizer' },
    graphs: [{ name: 'model', build: bare }],
    heads: { pretraining: { architecture: 'VisualBertForPreTraining', graphs: [{ name: 'model', build: pretraining }] } },
    transformersJs: null,
    note: 'regions come as features of a detector; Transformers.js has no class for it',
  },
]
