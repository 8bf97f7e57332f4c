import type { Value } from '@vitest-hardware/onnx-graph'
import type { DecoderSpec, LayerSpec } from '../../architectures/decoder-spec.ts'
import type { Activation } from '../../blocks/activation.ts'
import type { NormKind } from '../../blocks/norm-kind.ts'
import type { GraphContext } from '../../graph-context.ts'

/** The fields that Llama's configuration and those of its kin share. */
export interface LlamaSizes {
  readonly vocab_size: number
  readonly hidden_size: number
  readonly intermediate_size: number
  readonly num_hidden_layers: number
  readonly num_attention_heads: number
  readonly num_key_value_heads: number
  readonly head_dim?: number
  readonly hidden_act: Activation
  readonly rms_norm_eps: number
  readonly rope_theta: number
  readonly max_position_embeddings: number
  readonly tie_word_embeddings: boolean
}

/** Where Llama's kin differ from it. */
export interface LlamaVariant {
  /** Biases of the query, key and value projections. @default false */
  readonly projectionBias?: boolean
  /** Normalise each head's queries and keys. @default false */
  readonly headNorm?: boolean
  /** Norms multiply by 1 + weight. @default false */
  readonly unitOffsetNorm?: boolean
  /** Factor on the embeddings. @default 1 */
  readonly embeddingScale?: number
  /** Each query sees this many keys at most. @default unlimited */
  readonly slidingWindow?: number
  /** What stands in place of the gated feed-forward network; in the layer's own scope. */
  readonly feedForward?: (context: GraphContext, x: Value) => Value
}

/** A decoder of Llama's architecture (Touvron et al. 2023, arXiv:2302.13971, §2.2) or one of its kin. */
export function llamaSpec(config: LlamaSizes, variant: LlamaVariant = {}): DecoderSpec {
  const { hidden_size: size, num_attention_heads: heads, head_dim: headSize = size / heads } = config
  const norm: NormKind = { kind: 'rms', epsilon: config.rms_norm_eps, unitOffset: variant.unitOffsetNorm ?? false }
  const bias = variant.projectionBias ?? false
  const layer: LayerSpec = {
    mixer: {
      heads,
      keyValueHeads: config.num_key_value_heads,
      headSize,
      projections: { query: { name: 'q_proj', bias }, key: { name: 'k_proj', bias }, value: { name: 'v_proj', bias } },
      ...(variant.headNorm ? { headNorm: { norm, over: 'head' } } : {}),
    },
    feedForward: variant.feedForward ?? { kind: 'dense', innerSize: config.intermediate_size, activation: config.hidden_act },
    rotary: { size: headSize, theta: config.rope_theta, maxPositions: config.max_position_embeddings },
    ...(variant.slidingWindow === undefined ? {} : { window: variant.slidingWindow }),
  }
  return {
    vocabulary: config.vocab_size,
    size,
    norm,
    layers: Array.from({ length: config.num_hidden_layers }, () => layer),
    ...(variant.embeddingScale === undefined ? {} : { embedding: { scale: variant.embeddingScale } }),
    logits: { tied: config.tie_word_embeddings },
  }
}
