import type { Value } from '@vitest-hardware/onnx-graph'
import type { KeyValueCache } from '../blocks/attention.ts'
import { maskedPositions, positionRange } from '../blocks/position.ts'
import type { GraphContext } from '../graph-context.ts'
import { batch, idsInput, pastSequence, sequence } from '../graphs/text-inputs.ts'
import { decoderBody, decoderLogits } from './causal-decoder.ts'
import type { CacheShape, DecoderSpec, LayerSpec } from './decoder-spec.ts'

/** Sizes of what a layer keeps for the next call; null for nothing. */
export function cacheShape({ mixer, cache }: LayerSpec): CacheShape | null {
  if (typeof mixer === 'function') return cache ?? null
  return { heads: mixer.keyValueHeads ?? mixer.heads, keySize: mixer.headSize, valueSize: mixer.headSize }
}

/** Declares `past_key_values.<layer>.key` and `.value` for each layer that keeps them. */
export function pastInputs(context: GraphContext, layers: readonly LayerSpec[]): (KeyValueCache | undefined)[] {
  return layers.map((spec, layer) => {
    const shape = cacheShape(spec)
    if (shape === null) return undefined
    const cached = (part: string, size: number): Value =>
      context.graph.input(`past_key_values.${layer}.${part}`, 'float32', [batch, shape.heads, pastSequence, size])
    return { key: cached('key', shape.keySize), value: cached('value', shape.valueSize) }
  })
}

/** Declares the outputs `present.<layer>.key` and `.value`. */
export function presentOutputs(
  context: GraphContext,
  layers: readonly LayerSpec[],
  present: readonly (KeyValueCache | undefined)[],
  total: string,
): void {
  layers.forEach((spec, layer) => {
    const shape = cacheShape(spec)
    const kept = present[layer]
    if (shape === null || kept === undefined) return
    context.graph.output(`present.${layer}.key`, kept.key, 'float32', [batch, shape.heads, total, shape.keySize])
    context.graph.output(`present.${layer}.value`, kept.value, 'float32', [batch, shape.heads, total, shape.valueSize])
  })
}

/** A whole text generation graph with cache, by the names of Optimum's `text-generation-with-past` exports. */
export function textGenerationGraph(context: GraphContext, spec: DecoderSpec): void {
  const isCached = spec.cached ?? true
  const total = isCached ? `${pastSequence} + ${sequence}` : sequence
  const ids = idsInput(context, 'input_ids')
  const attentionMask = idsInput(context, 'attention_mask', total)
  const positions = spec.positionInput === false ? newPositions(context, attentionMask, ids) : idsInput(context, 'position_ids')
  const past = isCached ? pastInputs(context, spec.layers) : []
  const output = decoderBody(context, spec, { ids, attentionMask, positions, past })
  context.graph.output('logits', decoderLogits(context, spec, output), 'float32', [batch, sequence, spec.vocabulary])
  if (isCached) presentOutputs(context, spec.layers, output.present, total)
}

/** Positions of the last tokens, as the mask counts them: int64 `[batch, length of ids]`. */
function newPositions(context: GraphContext, attentionMask: Value, ids: Value): Value {
  const { graph } = context
  const all = maskedPositions(context, attentionMask)
  const count = graph.node('Slice', [graph.node('Shape', [ids]), ...[1, 2].map((value) => graph.constant('int64', [value]))])
  return graph.node('Slice', [
    all,
    graph.node('Neg', [count]),
    ...[Number.MAX_SAFE_INTEGER, 1].map((value) => graph.constant('int64', [value])),
  ])
}

/** Declares the inputs of a graph without a cache and gives the hidden states and the attention mask, for heads. */
export function decoderHidden(context: GraphContext, spec: DecoderSpec): { readonly hidden: Value; readonly attentionMask: Value } {
  const ids = idsInput(context, 'input_ids')
  const attentionMask = idsInput(context, 'attention_mask')
  const positions = spec.positionInput === false ? maskedPositions(context, attentionMask) : positionRange(context, ids)
  return { hidden: decoderBody(context, spec, { ids, attentionMask, positions }).hidden, attentionMask }
}
