import type { Value } from '@vitest-hardware/onnx-graph'
import { linear } from '../blocks/linear.ts'
import type { GraphContext } from '../graph-context.ts'
import { batch, sequence } from '../graphs/text-inputs.ts'

/** Labels of classifiers over texts from left to right. */
export const causalLabelCount = 3

/** The fields that a classifier's `config.json` has besides. */
export const causalLabels = {
  num_labels: causalLabelCount,
  id2label: Object.fromEntries(Array.from({ length: causalLabelCount }, (_, index) => [String(index), `LABEL_${index}`])),
  label2id: Object.fromEntries(Array.from({ length: causalLabelCount }, (_, index) => [`LABEL_${index}`, index])),
}

/** What a decoder makes of a text. */
export interface CausalText {
  /** float32 `[batch, length, size]` */
  readonly hidden: Value
  /** int64 `[batch, length]` */
  readonly attentionMask: Value
  readonly size: number
}

/** Declares `last_hidden_state`. */
export function hiddenStateOutput(context: GraphContext, { hidden, size }: CausalText): void {
  context.graph.output('last_hidden_state', hidden, 'float32', [batch, sequence, size])
}

/**
 * Labels a text by its last token that is not padding: `score` without bias, then one row of `logits` `[batch, labels]`.
 * The mask tells which token that is, where upstream compares ids with `pad_token_id`; both find the same one in what a tokenizer pads.
 */
export function lastTokenClassifier(context: GraphContext, { hidden, attentionMask, size }: CausalText, name = 'score'): void {
  const { graph } = context
  const scores = linear(context, hidden, { name, inputSize: size, outputSize: causalLabelCount, bias: false })
  const order = graph.node('CumSum', [attentionMask, graph.constant('int64', 1)])
  const last = graph.node('ArgMax', [graph.node('Mul', [order, attentionMask])], { axis: 1, keepdims: 1 })
  const row = graph.node('GatherND', [scores, last], { batch_dims: 1 })
  graph.output('logits', row, 'float32', [batch, causalLabelCount])
}

/** Labels each token: `logits` `[batch, length, labels]`. */
export function tokenClassifier(context: GraphContext, { hidden, size }: Pick<CausalText, 'hidden' | 'size'>, name = 'score'): void {
  const scores = linear(context, hidden, { name, inputSize: size, outputSize: causalLabelCount })
  context.graph.output('logits', scores, 'float32', [batch, sequence, causalLabelCount])
}

/** Scores each token as an answer's first and last: `start_logits` and `end_logits` `[batch, length]`. */
export function spanClassifier(context: GraphContext, { hidden, size }: Pick<CausalText, 'hidden' | 'size'>): void {
  const { graph } = context
  const scores = linear(context, hidden, { name: 'qa_outputs', inputSize: size, outputSize: 2 })
  const [start, end] = graph.nodes('Split', [scores], { axis: -1, num_outputs: 2 }, { outputs: 2 }) as [Value, Value]
  const flat = (value: Value): Value => graph.node('Squeeze', [value, graph.constant('int64', [-1])])
  graph.output('start_logits', flat(start), 'float32', [batch, sequence])
  graph.output('end_logits', flat(end), 'float32', [batch, sequence])
}
