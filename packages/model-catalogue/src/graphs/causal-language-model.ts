import type { Value } from '@vitest-hardware/onnx-graph'
import type { KeyValueCache } from '../blocks/attention.ts'
import type { GraphContext } from '../graph-context.ts'
import { batch, idsInput, pastSequence, sequence } from './text-inputs.ts'

/** The inputs of a text generation graph. */
export interface CausalInputs {
  /** int64 `[batch, sequence]` */
  readonly ids: Value
  /** int64 `[batch, past + sequence]` */
  readonly attentionMask: Value
  /** int64 `[batch, sequence]` */
  readonly positions: Value
  /** One for each layer. */
  readonly past: readonly KeyValueCache[]
}

export interface CausalLanguageModelOptions {
  readonly layers: number
  readonly keyValueHeads: number
  readonly headSize: number
  readonly vocabulary: number
  readonly body: (inputs: CausalInputs) => { readonly logits: Value; readonly present: readonly KeyValueCache[] }
}

/** A whole text generation graph with cache, by the names of Optimum's `text-generation-with-past` exports. */
export function causalLanguageModel(
  context: GraphContext,
  { layers, keyValueHeads, headSize, vocabulary, body }: CausalLanguageModelOptions,
): void {
  const { graph } = context
  const total = `${pastSequence} + ${sequence}`
  const ids = idsInput(context, 'input_ids')
  const attentionMask = idsInput(context, 'attention_mask', total)
  const positions = idsInput(context, 'position_ids')
  const cached = (name: string): Value => graph.input(name, 'float32', [batch, keyValueHeads, pastSequence, headSize])
  const past = Array.from({ length: layers }, (_, layer) => ({
    key: cached(`past_key_values.${layer}.key`),
    value: cached(`past_key_values.${layer}.value`),
  }))
  const { logits, present } = body({ ids, attentionMask, positions, past })
  graph.output('logits', logits, 'float32', [batch, sequence, vocabulary])
  present.forEach(({ key, value }, layer) => {
    graph.output(`present.${layer}.key`, key, 'float32', [batch, keyValueHeads, total, headSize])
    graph.output(`present.${layer}.value`, value, 'float32', [batch, keyValueHeads, total, headSize])
  })
}
