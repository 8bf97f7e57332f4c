import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../../graph-context.ts'
import { batch, idsInput, sequence } from '../../graphs/text-inputs.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { bertEncoder, maskedLanguageHead } from './bert-layers.ts'

const config = {
  model_type: 'roberta',
  architectures: ['RobertaForMaskedLM'],
  vocab_size: vocabularySize,
  hidden_size: 32,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  intermediate_size: 64,
  hidden_act: 'gelu',
  hidden_dropout_prob: 0.1,
  attention_probs_dropout_prob: 0.1,
  max_position_embeddings: 514,
  type_vocab_size: 1,
  initializer_range: 0.02,
  layer_norm_eps: 1e-5,
  pad_token_id: 1,
  bos_token_id: 0,
  eos_token_id: 2,
} as const

/** Positions count the tokens that are not padding, from `pad_token_id + 1` on; padding keeps `pad_token_id`: int64 `[batch, length]`. */
function positionsOf(context: GraphContext, ids: Value): Value {
  const { graph } = context
  const padding = graph.constant('int64', config.pad_token_id)
  const isToken = graph.node('Cast', [graph.node('Not', [graph.node('Equal', [ids, padding])])], { to: 7 })
  const counted = graph.node('CumSum', [isToken, graph.constant('int64', 1)])
  return graph.node('Add', [graph.node('Mul', [counted, isToken]), padding])
}

function build(context: GraphContext): void {
  const { graph } = context
  const ids = idsInput(context, 'input_ids')
  const attentionMask = idsInput(context, 'attention_mask')
  const text = graph.scope('roberta', () =>
    // one token type only: id 0 everywhere, so exports have no such input
    bertEncoder(context, config, { ids, attentionMask, tokenTypes: graph.constant('int64', [0]), positions: positionsOf(context, ids) }),
  )
  const logits = graph.scope('lm_head', () =>
    maskedLanguageHead(context, config, text, { dense: 'dense', norm: 'layer_norm', bias: 'bias' }),
  )
  graph.output('logits', logits, 'float32', [batch, sequence, config.vocab_size])
}

export const modelTypes: readonly ModelType[] = [
  {
    type: 'roberta',
    tasks: ['fill-mask'],
    config,
    preprocessor: { kind: 'text', tokenizer: 'RobertaTokenizer' },
    graphs: [{ name: 'model', build }],
    transformersJs: { autoClass: 'AutoModelForMaskedLM', modelClass: 'RobertaForMaskedLM' },
  },
]
