import { decoderBody, decoderLogits } from '../../architectures/causal-decoder.ts'
import { decoderType, type DecoderTypeOptions } from '../../architectures/decoder-type.ts'
import type { DecoderSpec } from '../../architectures/decoder-spec.ts'
import { maskedPositions } from '../../blocks/position.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, idsInput, sequence } from '../../graphs/text-inputs.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'

/** Sizes that every hybrid here has. */
export const hybridSizes = { size: 32, heads: 4, headSize: 8, innerSize: 64 } as const

/** Fields of config.json that they share. */
export const hybridConfig = {
  vocab_size: vocabularySize,
  hidden_size: hybridSizes.size,
  intermediate_size: hybridSizes.innerSize,
  num_attention_heads: hybridSizes.heads,
  hidden_act: 'silu',
  initializer_range: 0.02,
  use_cache: true,
  pad_token_id: 0,
  bos_token_id: 1,
  eos_token_id: 2,
} as const

export interface HybridOptions extends Omit<DecoderTypeOptions, 'config' | 'transformersJs'> {
  /** Upstream's class for text generation. */
  readonly architecture: string
  readonly config: Readonly<Record<string, unknown>>
  /** Upstream's class in Transformers.js, where its graphs have states as inputs. */
  readonly isInTransformersJs?: boolean
}

/** A language model with recurrent layers: its graph reads the whole text at once, since recurrent states have no common names among exports. */
export function hybridType(type: string, { architecture, config, isInTransformersJs = false, note, ...options }: HybridOptions): ModelType {
  const reason = isInTransformersJs
    ? 'Transformers.js loads it with convolution states and caches as inputs, which this graph of a whole text has not'
    : `Transformers.js 4.3 has no class for ${type}`
  const made = decoderType(type, { ...options, config: { model_type: type, architectures: [architecture], ...hybridConfig, ...config } })
  const graphs = [{ name: 'model', build: (context: GraphContext) => wholeText(context, options.spec) }] as const
  const heads = Object.fromEntries(
    Object.entries(made.heads ?? {}).map(([task, head]) => [task, task === 'pretraining' ? { ...head, graphs } : head]),
  )
  return { ...made, graphs, heads, transformersJs: null, note: note === undefined ? reason : `${note}; ${reason}` }
}

function wholeText(context: GraphContext, spec: DecoderSpec): void {
  const ids = idsInput(context, 'input_ids')
  const attentionMask = idsInput(context, 'attention_mask')
  const output = decoderBody(context, spec, { ids, attentionMask, positions: maskedPositions(context, attentionMask) })
  context.graph.output('logits', decoderLogits(context, spec, output), 'float32', [batch, sequence, spec.vocabulary])
}
