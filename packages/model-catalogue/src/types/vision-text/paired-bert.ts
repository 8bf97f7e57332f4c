import type { Value } from '@vitest-hardware/onnx-graph'
import { positionRange } from '../../blocks/position.ts'
import type { GraphContext } from '../../graph-context.ts'
import { bertEncoder, type BertSizes } from '../encoder-only/bert-layers.ts'
import type { TextInputs } from './contrastive.ts'

/** BERT's layers over one sentence, whose token types are all 0: `[batch, length, size]`, in the current scope. */
export function pairedBert(context: GraphContext, { ids, attentionMask }: TextInputs, config: BertSizes): Value {
  return bertEncoder(context, config, {
    ids,
    attentionMask: attentionMask!,
    tokenTypes: context.graph.constant('int64', [0]),
    positions: positionRange(context, ids),
  }).hidden
}

/** XLM-RoBERTa's layers: positions count the tokens that are not padding, from `pad_token_id + 1` on. */
export function pairedRoberta(
  context: GraphContext,
  { ids, attentionMask }: TextInputs,
  config: BertSizes & { readonly pad_token_id: number },
): Value {
  const { graph } = context
  const padding = graph.constant('int64', config.pad_token_id)
  const isToken = graph.node('Cast', [graph.node('Not', [graph.node('Equal', [ids, padding])])], { to: 7 })
  const counted = graph.node('CumSum', [isToken, graph.constant('int64', 1)])
  return bertEncoder(context, config, {
    ids,
    attentionMask: attentionMask!,
    tokenTypes: graph.constant('int64', [0]),
    positions: graph.node('Add', [graph.node('Mul', [counted, isToken]), padding]),
  }).hidden
}
