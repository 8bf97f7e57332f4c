import type { DecoderSpec, LayerSpec } from '../../architectures/decoder-spec.ts'
import type { Activation } from '../../blocks/activation.ts'
import type { NormKind } from '../../blocks/norm-kind.ts'
import { vocabularySize } from '../../model-type.ts'

/** A decoder's `text_config` and what it makes of it. */
export interface TextDecoder {
  readonly config: Readonly<Record<string, unknown>>
  readonly spec: DecoderSpec
}

export const textSize = 32
const layerCount = 2
const innerSize = 64
export const textHeads = 4
export const textHeadSize = textSize / textHeads

export interface LlamaLikeOptions {
  /** `model_type` of the `text_config`; null where upstream's config is flat. */
  readonly modelType: string | null
  readonly keyValueHeads?: number
  readonly theta?: number
  readonly epsilon?: number
  readonly activation?: Activation
  /** Biases of query, key and value. @default false */
  readonly bias?: boolean
  /** Norms of each head's queries and keys. @default false */
  readonly headNorm?: boolean
  /** @default false */
  readonly tied?: boolean
  /** Module name of the decoder's body. @default 'language_model' */
  readonly body?: string
  readonly layers?: number
  /** Changes of each layer. */
  readonly layer?: (layer: number, base: LayerSpec) => LayerSpec
  /** Changes of the whole. */
  readonly decoder?: Partial<DecoderSpec>
  readonly norm?: NormKind
  /** Further fields of the `text_config`. */
  readonly extra?: Readonly<Record<string, unknown>>
}

/** Llama (arXiv:2302.13971, §2.2) and what differs from it by options alone: Mistral, Qwen2 (biases), Qwen3 (head norms) … */
export function llamaLike(options: LlamaLikeOptions): TextDecoder {
  const {
    modelType,
    keyValueHeads = 2,
    theta = 10_000,
    epsilon = 1e-6,
    activation = 'silu',
    bias = false,
    headNorm = false,
    tied = false,
  } = options
  const { body = 'language_model', layers = layerCount, norm = { kind: 'rms', epsilon } } = options
  const projection = (name: string) => ({ name, bias })
  const base: LayerSpec = {
    mixer: {
      heads: textHeads,
      keyValueHeads,
      headSize: textHeadSize,
      projections: { query: projection('q_proj'), key: projection('k_proj'), value: projection('v_proj') },
      ...(headNorm ? { headNorm: { norm, over: 'head' } } : {}),
    },
    feedForward: { kind: 'dense', innerSize, activation },
    rotary: { size: textHeadSize, theta },
  }
  return {
    config: {
      ...(modelType === null ? {} : { model_type: modelType }),
      vocab_size: vocabularySize,
      hidden_size: textSize,
      intermediate_size: innerSize,
      num_hidden_layers: layers,
      num_attention_heads: textHeads,
      num_key_value_heads: keyValueHeads,
      head_dim: textHeadSize,
      hidden_act: activation,
      max_position_embeddings: 512,
      [norm.kind === 'rms' ? 'rms_norm_eps' : 'layer_norm_eps']: norm.epsilon,
      rope_theta: theta,
      attention_bias: bias,
      tie_word_embeddings: tied,
      bos_token_id: vocabularySize - 2,
      eos_token_id: vocabularySize - 1,
      ...options.extra,
    },
    spec: {
      vocabulary: vocabularySize,
      size: textSize,
      norm,
      names: { body },
      layers: Array.from({ length: layers }, (_, layer) => options.layer?.(layer, base) ?? base),
      logits: { tied },
      ...options.decoder,
    },
  }
}

export const llama = (options: Partial<LlamaLikeOptions> = {}): TextDecoder =>
  llamaLike({ modelType: 'llama', keyValueHeads: 4, ...options })
export const mistral = (options: Partial<LlamaLikeOptions> = {}): TextDecoder =>
  llamaLike({ modelType: 'mistral', epsilon: 1e-5, ...options })
export const qwen2 = (options: Partial<LlamaLikeOptions> = {}): TextDecoder =>
  llamaLike({ modelType: 'qwen2', bias: true, theta: 1_000_000, ...options })
export const qwen3 = (options: Partial<LlamaLikeOptions> = {}): TextDecoder =>
  llamaLike({ modelType: 'qwen3', headNorm: true, theta: 1_000_000, ...options })

/** Gemma (arXiv:2403.08295, §2): norms by 1 + weight, embeddings scaled by √size, GeGLU, one key/value head. */
export const gemma = (options: Partial<LlamaLikeOptions> = {}): TextDecoder =>
  llamaLike({
    modelType: 'gemma',
    keyValueHeads: 1,
    activation: 'gelu_pytorch_tanh',
    tied: true,
    norm: { kind: 'rms', epsilon: 1e-6, unitOffset: true },
    ...options,
    decoder: { embedding: { scale: Math.sqrt(textSize) }, ...options.decoder },
  })

const gemma3Window = 8

/** Gemma 3 (arXiv:2503.19786, §2): sandwich norms, head norms, sliding layers with a base of their own between full ones. */
export const gemma3 = (options: Partial<LlamaLikeOptions> = {}): TextDecoder =>
  gemma({
    modelType: 'gemma3_text',
    keyValueHeads: 2,
    headNorm: true,
    theta: 1_000_000,
    layer: (layer, base) => ({
      ...base,
      residual: 'sandwich',
      ...(layer === 0 ? { window: gemma3Window, rotary: { size: textHeadSize, theta: 10_000, name: 'rotary_emb_local' } } : {}),
    }),
    ...options,
    extra: {
      layer_types: ['sliding_attention', 'full_attention'],
      sliding_window: gemma3Window,
      rope_local_base_freq: 10_000,
      ...options.extra,
    },
  })

/** Cohere's Command R: attention and feed-forward in parallel behind one layer norm without bias, interleaved rotation, scaled logits. */
export const cohere = (options: Partial<LlamaLikeOptions> = {}): TextDecoder => {
  const { layer } = options
  const parallel = (index: number, base: LayerSpec): LayerSpec => {
    const changed: LayerSpec = {
      ...base,
      residual: 'parallel',
      rotary: { size: textHeadSize, theta: options.theta ?? 10_000, layout: 'interleaved' },
    }
    return layer?.(index, changed) ?? changed
  }
  return llamaLike({
    modelType: 'cohere',
    tied: true,
    norm: { kind: 'layer', epsilon: 1e-5, bias: false },
    ...options,
    layer: parallel,
    decoder: { logits: { tied: true, scale: 0.0625 }, ...options.decoder },
    extra: { logit_scale: 0.0625, ...options.extra },
  })
}

/** Command R7B (Cohere 2): three sliding layers with rotation to one full layer without; here one to one. */
export const cohere2 = (options: Partial<LlamaLikeOptions> = {}): TextDecoder =>
  cohere({
    modelType: 'cohere2',
    layer: (layer, { rotary, ...base }) => (layer === 0 ? { ...base, window: 8, ...(rotary ? { rotary } : {}) } : base),
    ...options,
    extra: { layer_types: ['sliding_attention', 'full_attention'], sliding_window: 8, ...options.extra },
  })
