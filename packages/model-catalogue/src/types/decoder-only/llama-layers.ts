import type { Value } from '@vitest-hardware/onnx-graph'
import type { Activation } from '../../blocks/activation.ts'
import { cachedAttention, type KeyValueCache } from '../../blocks/attention.ts'
import { causalMask } from '../../blocks/attention-mask.ts'
import { embedding, tiedHead } from '../../blocks/embedding.ts'
import { gatedFeedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { rmsNorm } from '../../blocks/norm.ts'
import { rotaryAngles } from '../../blocks/rotary-position.ts'
import type { GraphContext } from '../../graph-context.ts'
import { type CausalInputs, causalLanguageModel } from '../../graphs/causal-language-model.ts'

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

/** A text generation graph of Llama's architecture (Touvron et al. 2023, arXiv:2302.13971, §2.2) or one of its kin. */
export function llamaGraph(context: GraphContext, config: LlamaSizes, variant: LlamaVariant = {}): void {
  causalLanguageModel(context, {
    layers: config.num_hidden_layers,
    keyValueHeads: config.num_key_value_heads,
    headSize: headSizeOf(config),
    vocabulary: config.vocab_size,
    body: (inputs) => llamaBody(context, config, variant, inputs),
  })
}

function headSizeOf(config: LlamaSizes): number {
  return config.head_dim ?? config.hidden_size / config.num_attention_heads
}

function llamaBody(
  context: GraphContext,
  config: LlamaSizes,
  variant: LlamaVariant,
  { ids, attentionMask, positions, past }: CausalInputs,
) {
  const { graph } = context
  const { hidden_size: size } = config
  const present: KeyValueCache[] = []
  const norm = (x: Value, name: string): Value =>
    rmsNorm(context, x, { name, size, epsilon: config.rms_norm_eps, unitOffset: variant.unitOffsetNorm ?? false })
  const { hidden, words } = graph.scope('model', () => {
    const tokens = embedding(context, { name: 'embed_tokens', count: config.vocab_size, size })
    const looked = tokens.lookup(ids)
    const mask = causalMask(context, {
      queries: ids,
      attentionMask,
      ...(variant.slidingWindow === undefined ? {} : { window: variant.slidingWindow }),
    })
    const { rope_theta: theta, max_position_embeddings: maxPositions } = config
    const rotary = rotaryAngles(context, { positions, size: headSizeOf(config), theta, maxPositions })
    let x = variant.embeddingScale === undefined ? looked : graph.node('Mul', [looked, graph.constant('float32', variant.embeddingScale)])
    for (let layer = 0; layer < config.num_hidden_layers; layer++) {
      x = graph.scope(`layers.${layer}`, () => {
        const normed = norm(x, 'input_layernorm')
        const options = attentionOptions(context, config, variant, { mask, rotary, past: past[layer]! })
        const attended = graph.scope('self_attn', () => cachedAttention(context, normed, options))
        present.push(attended.present)
        const middle = graph.node('Add', [x, attended.output])
        return graph.node('Add', [middle, feedForwardOf(context, config, variant, norm(middle, 'post_attention_layernorm'))])
      })
    }
    return { hidden: norm(x, 'norm'), words: tokens.weight }
  })
  const logits = config.tie_word_embeddings
    ? tiedHead(context, hidden, words)
    : linear(context, hidden, { name: 'lm_head', inputSize: size, outputSize: config.vocab_size, bias: false })
  return { logits, present }
}

interface LayerInputs {
  readonly mask: Value
  readonly rotary: ReturnType<typeof rotaryAngles>
  readonly past: KeyValueCache
}

function attentionOptions(context: GraphContext, config: LlamaSizes, variant: LlamaVariant, { mask, rotary, past }: LayerInputs) {
  const headSize = headSizeOf(config)
  const hasBias = variant.projectionBias ?? false
  return {
    size: config.hidden_size,
    heads: config.num_attention_heads,
    keyValueHeads: config.num_key_value_heads,
    headSize,
    bias: { query: hasBias, key: hasBias, value: hasBias, output: false },
    biases: [mask],
    rotary,
    past,
    ...(variant.headNorm
      ? { headNorm: (x: Value, name: string) => rmsNorm(context, x, { name, size: headSize, epsilon: config.rms_norm_eps }) }
      : {}),
  }
}

function feedForwardOf(context: GraphContext, config: LlamaSizes, variant: LlamaVariant, x: Value): Value {
  if (variant.feedForward !== undefined) return variant.feedForward(context, x)
  const { hidden_size: size, intermediate_size: innerSize, hidden_act: activation } = config
  return context.graph.scope('mlp', () => gatedFeedForward(context, x, { size, innerSize, activation }))
}
