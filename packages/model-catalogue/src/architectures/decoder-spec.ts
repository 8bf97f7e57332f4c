import type { Value } from '@vitest-hardware/onnx-graph'
import type { Activation } from '../blocks/activation.ts'
import type { KeyValueCache } from '../blocks/attention.ts'
import type { RoutingRule } from '../blocks/expert-router.ts'
import type { NormKind } from '../blocks/norm-kind.ts'
import type { RotarySpec } from '../blocks/rotary-layout.ts'
import type { GraphContext } from '../graph-context.ts'

/** What a layer's attention or other mixer is given besides its input. */
export interface MixerInputs {
  /** Additive causal mask `[batch, 1, queries, keys]` with the layer's window. */
  readonly mask: Value
  /** int64 `[batch, past + queries]` */
  readonly attentionMask: Value
  /** int64 `[batch, queries]` */
  readonly positions: Value
  /** Rotates queries or keys `[batch, heads, length, headSize]` by the layer's {@link LayerSpec.rotary}. */
  readonly rotate: ((x: Value, headSize: number) => Value) | undefined
  /** Of the layer; absent in graphs without a cache. */
  readonly past: KeyValueCache | undefined
  readonly layer: number
}

/** A mixer's answer; `present` where it is one with keys and values. */
export interface Mixed {
  readonly output: Value
  readonly present?: KeyValueCache
}

/** What stands in place of attention; called in the layer's scope. */
export type Mixer = (context: GraphContext, x: Value, inputs: MixerInputs) => Mixed

/** A projection's module name and whether it has a bias. */
export interface ProjectionSpec {
  readonly name: string
  /** @default false */
  readonly bias?: boolean
}

/** How queries, keys and values come out of one product. */
export interface FusedProjectionSpec extends ProjectionSpec {
  /**
   * `stacked`: all queries, then all keys, then all values; `grouped`: for each key/value head its queries, its key, its value
   * (GPT-NeoX and BLOOM with one query each); `model-parallel`: in four parts, each query, value, key, as CodeGen was trained.
   */
  readonly layout: 'stacked' | 'grouped' | 'model-parallel'
}

/** Norms of queries and keys. */
export interface HeadNormSpec {
  readonly norm: NormKind
  /** Over each head, over each head with weights of its own, or over all heads at once before they are split. */
  readonly over: 'head' | 'own-head' | 'all'
  /** @default before the rotation */
  readonly afterRotation?: boolean
  /** @default ['q_norm', 'k_norm'] */
  readonly names?: readonly [query: string, key: string]
}

/** Multi-head, grouped or multi-query attention of a decoder; sizes in elements. */
export interface AttentionSpec {
  /** Upstream's module name. @default 'self_attn' */
  readonly name?: string
  readonly heads: number
  /** @default heads */
  readonly keyValueHeads?: number
  readonly headSize: number
  /** Separate projections, or one. @default Llama's `q_proj`, `k_proj`, `v_proj` without biases */
  readonly projections?:
    | { readonly query: ProjectionSpec; readonly key: ProjectionSpec; readonly value: ProjectionSpec }
    | FusedProjectionSpec
  /** @default `o_proj` without bias */
  readonly output?: ProjectionSpec
  readonly headNorm?: HeadNormSpec
  /** Factor on the scores. @default 1/√headSize */
  readonly scale?: number
  /** Scores are bounded by c·tanh(score/c). */
  readonly softCap?: number
  /** Queries grow with their position: see `positionScale`. */
  readonly queryGrowth?: { readonly beta: number; readonly original: number }
  /** Keys and values are bounded to [-c, c] behind the projections, queries too. */
  readonly clip?: number
  /** Linear biases by distance (Press et al. 2022, arXiv:2108.12409): BLOOM's and Falcon's follow the attention mask, MPT's the key's distance. */
  readonly alibi?: { readonly maxBias?: number; readonly from: 'mask' | 'distance' }
  /** Name of a learned score for each head that takes part in the softmax and attends to nothing (gpt-oss). */
  readonly sinks?: string
  /** Name of a norm over the merged heads before the output projection. */
  readonly outputNorm?: { readonly name: string; readonly norm: NormKind }
  /** A projection whose sigmoid multiplies the merged heads. */
  readonly outputGate?: ProjectionSpec
}

/** A feed-forward network of one or two inner projections. */
export interface DenseSpec {
  readonly kind: 'dense'
  /** Upstream's module name; the empty string where its layers stand in the decoder layer. @default 'mlp' */
  readonly name?: string
  readonly innerSize: number
  readonly activation: Activation
  /** `fused`: gate and up come out of one product. @default 'separate' */
  readonly gate?: 'none' | 'separate' | 'fused'
  /** @default false */
  readonly bias?: boolean
  /** @default `gate_proj`, `up_proj` or the fused `gate_up_proj`, `down_proj` */
  readonly names?: { readonly gate?: string; readonly up?: string; readonly down?: string }
  /** Name of a norm over the inner activations (BitNet). */
  readonly innerNorm?: { readonly name: string; readonly norm: NormKind }
}

/** How a router scores and chooses. */
export interface RouterSpec extends RoutingRule {
  /** @default 'gate' */
  readonly name?: string
  /** Of its projection. @default false */
  readonly bias?: boolean
  /** In place of the rule: weights `[batch, length, experts]` of logits. */
  readonly route?: (context: GraphContext, logits: Value) => Value
  /** Experts behind those with a network that give their input back (LongCat); they count among `experts`. @default 0 */
  readonly identities?: number
}

/** A sparse feed-forward network. */
export interface ExpertsSpec {
  readonly kind: 'experts'
  /** @default 'mlp' */
  readonly name?: string
  readonly router: RouterSpec
  readonly expert: DenseSpec
  /** An expert that every token goes to, with the name of a gate whose sigmoid multiplies it. */
  readonly shared?: DenseSpec & { readonly sigmoidGate?: string }
}

export type FeedForward = (context: GraphContext, x: Value, layer: number) => Value
export type FeedForwardSpec = DenseSpec | ExpertsSpec | FeedForward

/** The parts of a layer, for a residual pattern that no name stands for. */
export interface LayerParts {
  readonly mix: (x: Value) => Value
  readonly feed: (x: Value) => Value
  readonly norm: (x: Value, name: string) => Value
}

/**
 * Where norms stand: `pre` (GPT-2), `post` (the original Transformer), `output` (OLMo 2: only on what is added), `sandwich` (Gemma 2: both),
 * `parallel` (GPT-J: one norm feeds attention and feed-forward, both are added), `parallel-two` (GPT-NeoX: a norm for each).
 */
export type ResidualPattern = 'pre' | 'post' | 'output' | 'sandwich' | 'parallel' | 'parallel-two'

export interface LayerSpec {
  /** Module path below the layers'. @default the layer's index */
  readonly path?: string
  readonly mixer: AttentionSpec | Mixer
  readonly feedForward: FeedForwardSpec
  /** @default 'pre' */
  readonly residual?: ResidualPattern | ((context: GraphContext, x: Value, parts: LayerParts) => Value)
  /** Module names of the norms in order of use. @default Llama's for two, Gemma 2's for four */
  readonly norms?: readonly string[]
  /** Factor on what is added (Granite). @default 1 */
  readonly residualScale?: number
  /** Each query sees this many keys at most. @default unlimited */
  readonly window?: number
  /** @default no rotation */
  readonly rotary?: RotarySpec
  /** What a mixer that is a function keeps; those that are data tell it themselves. @default nothing */
  readonly cache?: CacheShape
}

/** Sizes of a layer's keys and values `[batch, heads, length, size]`. */
export interface CacheShape {
  readonly heads: number
  readonly keySize: number
  readonly valueSize: number
}

/** A decoder-only language model as data; what a field leaves out is Llama's. */
export interface DecoderSpec {
  readonly vocabulary: number
  readonly size: number
  readonly norm: NormKind
  readonly layers: readonly LayerSpec[]
  /** Upstream's module names. */
  readonly names?: {
    /** @default 'model' */
    readonly body?: string
    /** @default 'layers' */
    readonly layers?: string
    /** @default 'embed_tokens' */
    readonly tokens?: string
    /** @default 'norm'; null for none */
    readonly finalNorm?: string | null
    /** @default 'lm_head' */
    readonly head?: string
  }
  readonly embedding?: {
    /** @default 1 */
    readonly scale?: number
    /** A norm behind the embeddings (BLOOM), by its name where it is of the others' kind. */
    readonly norm?: string | { readonly name: string; readonly norm: NormKind }
    /** Narrower embeddings with projections in and out (OPT-350m). */
    readonly projected?: { readonly size: number; readonly input: string; readonly output: string }
  }
  /** Absolute positions that are added to the embeddings. */
  readonly positions?: {
    /** `sinusoidal` as fairseq has it, the slowest wave at 1/10000; `waves` as in the paper, 10000^(-2i/size) (arXiv:1706.03762, §3.5). */
    readonly kind: 'learned' | 'sinusoidal' | 'waves'
    readonly name: string
    readonly count: number
    /** Rows that no position takes. @default 0 */
    readonly offset?: number
  }
  /** Whether exports have `position_ids`; otherwise positions count the attention mask. @default true */
  readonly positionInput?: boolean
  /** Whether exports for text generation keep keys and values. @default true */
  readonly cached?: boolean
  readonly logits?: {
    /** @default true */
    readonly tied?: boolean
    readonly bias?: boolean
    /** Factor on the logits. @default 1 */
    readonly scale?: number
    readonly softCap?: number
  }
}
