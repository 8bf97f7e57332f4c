import type { Value } from '@vitest-hardware/onnx-graph'
import { attention } from '../../blocks/attention.ts'
import { paddingMask } from '../../blocks/attention-mask.ts'
import { embedding } from '../../blocks/embedding.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { learnedPositions, positionRange } from '../../blocks/position.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, idsInput, sequence } from '../../graphs/text-inputs.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { type EncodedText, maskedLanguageHead } from './bert-layers.ts'

const config = {
  model_type: 'distilbert',
  architectures: ['DistilBertForMaskedLM'],
  vocab_size: vocabularySize,
  dim: 32,
  n_layers: 2,
  n_heads: 4,
  hidden_dim: 64,
  activation: 'gelu',
  dropout: 0.1,
  attention_dropout: 0.1,
  max_position_embeddings: 512,
  sinusoidal_pos_embds: false,
  initializer_range: 0.02,
  pad_token_id: 0,
} as const

/** Fixed in upstream's code. */
const epsilon = 1e-12

/** DistilBERT's encoder: BERT's without token types (Sanh et al. 2019, arXiv:1910.01108). */
function encode(context: GraphContext, ids: Value, attentionMask: Value): EncodedText {
  const { graph } = context
  const { dim: size } = config
  const mask = paddingMask(context, attentionMask)
  const { hidden, wordEmbeddings } = graph.scope('embeddings', () => {
    const words = embedding(context, { name: 'word_embeddings', count: config.vocab_size, size })
    const positions = learnedPositions(context, {
      name: 'position_embeddings',
      count: config.max_position_embeddings,
      size,
      positions: positionRange(context, ids),
    })
    const sum = graph.node('Add', [words.lookup(ids), positions])
    return { hidden: layerNorm(context, sum, { name: 'LayerNorm', size, epsilon }), wordEmbeddings: words.weight }
  })
  let x = hidden
  for (let layer = 0; layer < config.n_layers; layer++) x = graph.scope(`transformer.layer.${layer}`, () => block(context, x, mask))
  return { hidden: x, wordEmbeddings }
}

function block(context: GraphContext, x: Value, mask: Value): Value {
  const { graph } = context
  const { dim: size } = config
  const names = { query: 'q_lin', key: 'k_lin', value: 'v_lin', output: 'out_lin' }
  const attended = graph.scope('attention', () => attention(context, x, { size, heads: config.n_heads, names, biases: [mask] }))
  const normed = layerNorm(context, graph.node('Add', [attended, x]), { name: 'sa_layer_norm', size, epsilon })
  const fed = graph.scope('ffn', () =>
    feedForward(context, normed, {
      names: { up: 'lin1', down: 'lin2' },
      size,
      innerSize: config.hidden_dim,
      activation: config.activation,
    }),
  )
  return layerNorm(context, graph.node('Add', [fed, normed]), { name: 'output_layer_norm', size, epsilon })
}

function build(context: GraphContext): void {
  const { graph } = context
  const ids = idsInput(context, 'input_ids')
  const attentionMask = idsInput(context, 'attention_mask')
  const text = graph.scope('distilbert', () => encode(context, ids, attentionMask))
  const head = { hidden_size: config.dim, vocab_size: config.vocab_size, hidden_act: config.activation, layer_norm_eps: epsilon }
  const logits = maskedLanguageHead(context, head, text, {
    dense: 'vocab_transform',
    norm: 'vocab_layer_norm',
    bias: 'vocab_projector.bias',
  })
  graph.output('logits', logits, 'float32', [batch, sequence, config.vocab_size])
}

export const modelTypes: readonly ModelType[] = [
  {
    type: 'distilbert',
    tasks: ['fill-mask'],
    config,
    preprocessor: { kind: 'text', tokenizer: 'DistilBertTokenizer' },
    graphs: [{ name: 'model', build }],
    transformersJs: { autoClass: 'AutoModelForMaskedLM', modelClass: 'DistilBertForMaskedLM' },
  },
]
