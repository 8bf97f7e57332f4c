import type { Value } from '@vitest-hardware/onnx-graph'
import type { KeyValueCache } from '../blocks/attention.ts'
import type { GraphContext } from '../graph-context.ts'
import type { GraphFile } from '../model-type.ts'
import { batch, decoderSequence, encoderSequence, idsInput, pastSequence } from './text-inputs.ts'

/** What the decoder works on. */
export interface DecoderInputs {
  /** int64 `[batch, decoder length]` */
  readonly ids: Value
  /** float32 `[batch, encoder length, size]` */
  readonly encoderHidden: Value
  /** int64 `[batch, encoder length]`; absent where the encoder masks nothing, as in speech. */
  readonly encoderMask: Value | undefined
  /** Self-attention's, one for each layer; empty without a cache. */
  readonly past: readonly KeyValueCache[]
}

export interface SequenceToSequenceOptions {
  readonly size: number
  readonly decoderLayers: number
  readonly decoderHeads: number
  readonly headSize: number
  readonly vocabulary: number
  /** Whether the decoder gets the encoder's mask as `encoder_attention_mask`. @default true */
  readonly encoderIsMasked?: boolean
  /** Declares the encoder's inputs. */
  readonly encoder: (context: GraphContext) => {
    readonly hidden: Value
    readonly mask: Value | undefined
    readonly hiddenLength: string | number
  }
  readonly decoder: (context: GraphContext, inputs: DecoderInputs) => { readonly logits: Value; readonly present: readonly KeyValueCache[] }
}

/**
 * The three graphs of an encoder-decoder: the whole forward pass in one, and the pair that Transformers.js loads.
 * The decoder keeps its self-attention's cache; cross-attention's keys and values are made anew from `encoder_hidden_states`, which are always given,
 * so the merged decoder needs no `use_cache_branch`.
 */
export function sequenceToSequence(options: SequenceToSequenceOptions): [GraphFile, GraphFile, GraphFile] {
  return [
    { name: 'model', build: (context) => whole(context, options) },
    { name: 'encoder_model', build: (context) => encoderAlone(context, options) },
    { name: 'decoder_model_merged', build: (context) => decoderAlone(context, options) },
  ]
}

function whole(context: GraphContext, { encoder, decoder, vocabulary, size }: SequenceToSequenceOptions): void {
  const { hidden, mask, hiddenLength } = encoder(context)
  const ids = idsInput(context, 'decoder_input_ids', decoderSequence)
  const { logits } = decoder(context, { ids, encoderHidden: hidden, encoderMask: mask, past: [] })
  context.graph.output('logits', logits, 'float32', [batch, decoderSequence, vocabulary])
  context.graph.output('encoder_last_hidden_state', hidden, 'float32', [batch, hiddenLength, size])
}

function encoderAlone(context: GraphContext, { encoder, size }: SequenceToSequenceOptions): void {
  const { hidden, hiddenLength } = encoder(context)
  context.graph.output('last_hidden_state', hidden, 'float32', [batch, hiddenLength, size])
}

function decoderAlone(
  context: GraphContext,
  { encoderIsMasked = true, decoder, decoderLayers, decoderHeads, headSize, size, vocabulary }: SequenceToSequenceOptions,
): void {
  const { graph } = context
  const total = `${pastSequence} + ${decoderSequence}`
  const encoderMask = encoderIsMasked ? idsInput(context, 'encoder_attention_mask', encoderSequence) : undefined
  const ids = idsInput(context, 'input_ids', decoderSequence)
  const encoderHidden = graph.input('encoder_hidden_states', 'float32', [batch, encoderSequence, size])
  const cached = (name: string): Value => graph.input(name, 'float32', [batch, decoderHeads, pastSequence, headSize])
  const past = Array.from({ length: decoderLayers }, (_, layer) => ({
    key: cached(`past_key_values.${layer}.decoder.key`),
    value: cached(`past_key_values.${layer}.decoder.value`),
  }))
  const { logits, present } = decoder(context, { ids, encoderHidden, encoderMask, past })
  graph.output('logits', logits, 'float32', [batch, decoderSequence, vocabulary])
  present.forEach(({ key, value }, layer) => {
    graph.output(`present.${layer}.decoder.key`, key, 'float32', [batch, decoderHeads, total, headSize])
    graph.output(`present.${layer}.decoder.value`, value, 'float32', [batch, decoderHeads, total, headSize])
  })
}
