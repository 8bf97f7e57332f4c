import { type DecoderTypeOptions, decoderType } from '../../architectures/decoder-type.ts'
import type { AttentionSpec, DecoderSpec, DenseSpec, LayerSpec } from '../../architectures/decoder-spec.ts'
import type { RotarySpec } from '../../blocks/rotary-layout.ts'
import type { NormKind } from '../../blocks/norm-kind.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { heads, layerCount, maxPositions, size } from './decoder-parts.ts'

/** What one of Llama's kin has otherwise. */
export interface LlamaKinOptions extends Omit<DecoderTypeOptions, 'config' | 'spec'> {
  /** Upstream's class for text generation. */
  readonly model: string
  /** Fields besides and in place of {@link llamaConfig}. */
  readonly config?: Readonly<Record<string, unknown>>
  readonly norm?: Partial<NormKind>
  readonly attention?: Partial<AttentionSpec>
  /** Of the dense network that `layer` does not replace. */
  readonly network?: Partial<DenseSpec>
  /** @default whole heads in halves */
  readonly rotary?: Partial<RotarySpec>
  /** Layers' own parts, all alike or by index; `rotary: null` leaves the layer without positions. */
  readonly layer?: KinLayer | ((index: number) => KinLayer)
  readonly spec?: Partial<DecoderSpec>
}

export type KinLayer = Partial<Omit<LayerSpec, 'rotary'>> & { readonly rotary?: RotarySpec | null }

/** Fields that Llama's kin have in common; heads of 8 in groups of two. */
export const llamaConfig = {
  vocab_size: vocabularySize,
  hidden_size: size,
  intermediate_size: 64,
  num_hidden_layers: layerCount,
  num_attention_heads: heads,
  num_key_value_heads: 2,
  hidden_act: 'silu',
  max_position_embeddings: maxPositions,
  initializer_range: 0.02,
  rms_norm_eps: 1e-5,
  rope_theta: 10_000,
  attention_bias: false,
  tie_word_embeddings: false,
  use_cache: true,
  bos_token_id: 1,
  eos_token_id: 2,
} as const

/** A type of Llama's kin: pre-norm by root mean square, grouped queries, gated feed-forward, rotation, and what the options say otherwise. */
export function llamaKin(type: string, options: LlamaKinOptions): ModelType {
  const { model, config: fields = {}, norm, attention, network, rotary, layer, spec, ...rest } = options
  const config = { model_type: type, architectures: [model], ...llamaConfig, ...fields }
  return decoderType(type, { ...rest, config, spec: kinSpec(config, { norm, attention, network, rotary, layer, spec }) })
}

type Parts = { readonly [Name in 'norm' | 'attention' | 'network' | 'rotary' | 'layer' | 'spec']?: LlamaKinOptions[Name] | undefined }

/** The decoder that a config of {@link llamaConfig}'s fields and the parts that differ describe. */
export function kinSpec(config: typeof llamaConfig | Readonly<Record<string, unknown>>, parts: Parts): DecoderSpec {
  const fields = config as Readonly<Record<string, number>> & typeof llamaConfig
  const headSize = (config as { readonly head_dim?: number }).head_dim ?? fields.hidden_size / fields.num_attention_heads
  const mixer: AttentionSpec = {
    heads: fields.num_attention_heads,
    keyValueHeads: fields.num_key_value_heads,
    headSize,
    ...parts.attention,
  }
  const dense: DenseSpec = {
    kind: 'dense',
    innerSize: fields.intermediate_size,
    activation: fields.hidden_act,
    ...parts.network,
  }
  const whole: RotarySpec = { size: headSize, theta: fields.rope_theta, maxPositions: fields.max_position_embeddings, ...parts.rotary }
  return {
    vocabulary: fields.vocab_size,
    size: fields.hidden_size,
    norm: { kind: 'rms', epsilon: fields.rms_norm_eps, ...parts.norm },
    layers: Array.from({ length: fields.num_hidden_layers }, (_, index): LayerSpec => {
      const { rotary = whole, ...own } = (typeof parts.layer === 'function' ? parts.layer(index) : parts.layer) ?? {}
      return { mixer, feedForward: dense, ...own, ...(rotary === null ? {} : { rotary }) }
    }),
    logits: { tied: fields.tie_word_embeddings },
    ...parts.spec,
  }
}
