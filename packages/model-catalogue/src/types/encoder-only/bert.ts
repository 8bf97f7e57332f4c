import { positionRange } from '../../blocks/position.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, idsInput, sequence } from '../../graphs/text-inputs.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { bertEncoder, maskedLanguageHead } from './bert-layers.ts'

const config = {
  model_type: 'bert',
  architectures: ['BertForMaskedLM'],
  vocab_size: vocabularySize,
  hidden_size: 32,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  intermediate_size: 64,
  hidden_act: 'gelu',
  hidden_dropout_prob: 0.1,
  attention_probs_dropout_prob: 0.1,
  max_position_embeddings: 512,
  type_vocab_size: 2,
  initializer_range: 0.02,
  layer_norm_eps: 1e-12,
  pad_token_id: 0,
} as const

function build(context: GraphContext): void {
  const { graph } = context
  const ids = idsInput(context, 'input_ids')
  const attentionMask = idsInput(context, 'attention_mask')
  const tokenTypes = idsInput(context, 'token_type_ids')
  const text = graph.scope('bert', () =>
    bertEncoder(context, config, { ids, attentionMask, tokenTypes, positions: positionRange(context, ids) }),
  )
  const names = { dense: 'transform.dense', norm: 'transform.LayerNorm', bias: 'bias' }
  const logits = graph.scope('cls.predictions', () => maskedLanguageHead(context, config, text, names))
  graph.output('logits', logits, 'float32', [batch, sequence, config.vocab_size])
}

export const modelTypes: readonly ModelType[] = [
  {
    type: 'bert',
    tasks: ['fill-mask'],
    config,
    preprocessor: { kind: 'text', tokenizer: 'BertTokenizer' },
    graphs: [{ name: 'model', build }],
    transformersJs: { autoClass: 'AutoModelForMaskedLM', modelClass: 'BertForMaskedLM' },
  },
]
