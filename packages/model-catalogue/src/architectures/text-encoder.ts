import type { Value } from '@vitest-hardware/onnx-graph'
import type { Activation } from '../blocks/activation.ts'
import { attention } from '../blocks/attention.ts'
import { causalMask, paddingMask } from '../blocks/attention-mask.ts'
import { add } from '../blocks/arithmetic.ts'
import { embedding } from '../blocks/embedding.ts'
import { feedForward } from '../blocks/feed-forward.ts'
import { linear } from '../blocks/linear.ts'
import { layerNorm } from '../blocks/norm.ts'
import { learnedPositions, positionRange } from '../blocks/position.ts'
import type { GraphContext } from '../graph-context.ts'
import type { TextFeatures } from '../heads/text.ts'

export interface TextInputs {
  /** int64 `[batch, length]` */
  readonly ids: Value
  /** int64 `[batch, length]` */
  readonly attentionMask: Value
  /** int64 `[batch, length]`; absent where the type has none. */
  readonly tokenTypes?: Value | undefined
  /** Further inputs by name, such as `bbox`. */
  readonly further: Readonly<Record<string, Value>>
}

/** Module names of a layer, relative to its scope. */
export interface EncoderLayerNames {
  readonly query: string
  readonly key: string
  readonly value: string
  readonly output: string
  readonly attentionNorm: string
  readonly up: string
  readonly down: string
  readonly outputNorm: string
}

export const bertLayerNames: EncoderLayerNames = {
  query: 'attention.self.query',
  key: 'attention.self.key',
  value: 'attention.self.value',
  output: 'attention.output.dense',
  attentionNorm: 'attention.output.LayerNorm',
  up: 'intermediate.dense',
  down: 'output.dense',
  outputNorm: 'output.LayerNorm',
}

/** What all layers share: made once, before the first. */
export interface EncoderShared {
  readonly inputs: TextInputs
  /** Additive mask of the scores. */
  readonly mask: Value
  /** Whatever a type's own attention needs, e.g. rotary angles or biases. */
  readonly own: unknown
}

/** Which encoder a type has. What is not named is BERT's (Devlin et al. 2019, arXiv:1810.04805). */
export interface TextEncoderSpec {
  readonly vocabulary: number
  readonly size: number
  readonly layers: number
  readonly heads: number
  readonly innerSize: number
  readonly activation: Activation
  readonly epsilon: number
  /** Below the hidden size, with a projection behind it, where the embeddings are factorised (Lan et al. 2020, arXiv:1909.11942, §3.1). @default size */
  readonly embeddingSize?: number
  /** Module name of that projection, in the model's scope. */
  readonly embeddingProjection?: string
  /** 0 for none. */
  readonly tokenTypes: number
  /** Types' embeddings are looked up although no input names them: type 0 everywhere. @default false */
  readonly hasOneType?: boolean
  /** Learned positions; `afterPadding` counts tokens that are not padding, from that id + 1 on, as fairseq does. `none` where attention has them. */
  readonly positions: { readonly count: number; readonly offset?: number; readonly afterPadding?: number } | 'none'
  /** Of the words' table alone, where {@link embed} brings words to the embeddings' size. @default embeddingSize */
  readonly wordSize?: number
  /** In place of layer norm behind the embeddings. */
  readonly normalise?: (context: GraphContext, x: Value, name: string) => Value
  /** A norm behind the sum of the embeddings. @default true */
  readonly embeddingNorm?: boolean
  /** Where the norms stand: behind each sum or before each sublayer. @default 'post' */
  readonly norm?: 'post' | 'pre'
  /** Module name of a last norm. @default none */
  readonly finalNorm?: string
  /** Behind the last layer, where it is more than a norm. @default nothing */
  readonly finish?: (context: GraphContext, x: Value) => Value
  /** Module name of layer `index`. @default `encoder.layer.${index}` */
  readonly layerName?: (index: number) => string
  readonly names?: EncoderLayerNames
  /** Added to the words' embeddings, `[batch, length, embedding size]`: what a type embeds besides. */
  readonly embed?: (context: GraphContext, inputs: TextInputs, words: Value) => Value
  /** @default none */
  readonly own?: (context: GraphContext, inputs: TextInputs) => unknown
  /** In place of softmax attention: gives what is added to the residual stream. */
  readonly attend?: (context: GraphContext, x: Value, shared: EncoderShared, layer: number) => Value
  /** Biases and rotations of softmax attention. */
  readonly attentionOptions?: (context: GraphContext, shared: EncoderShared, layer: number) => Partial<Parameters<typeof attention>[2]>
  /** In place of the two dense layers. */
  readonly feed?: (context: GraphContext, x: Value, shared: EncoderShared, layer: number) => Value
  /** In place of a whole layer. */
  readonly layer?: (context: GraphContext, x: Value, shared: EncoderShared, layer: number) => Value
}

/** Runs an encoder over a text. With `causal`, no token sees a later one: the type as a decoder. */
export function encodeText(context: GraphContext, spec: TextEncoderSpec, inputs: TextInputs, { causal = false } = {}): TextFeatures {
  const { graph } = context
  const mask = causal
    ? causalMask(context, { queries: inputs.ids, attentionMask: inputs.attentionMask })
    : paddingMask(context, inputs.attentionMask)
  const shared: EncoderShared = { inputs, mask, own: spec.own?.(context, inputs) }
  const { embedded, words } = graph.scope('embeddings', () => embedText(context, spec, inputs))
  const { embeddingSize = spec.size } = spec
  let x =
    embeddingSize === spec.size
      ? embedded
      : linear(context, embedded, {
          name: spec.embeddingProjection ?? 'embeddings_project',
          inputSize: embeddingSize,
          outputSize: spec.size,
        })
  for (let index = 0; index < spec.layers; index++) {
    const name = spec.layerName?.(index) ?? `encoder.layer.${index}`
    x = graph.scope(name, () => (spec.layer ?? ((...args) => encoderLayer(spec, ...args)))(context, x, shared, index))
  }
  if (spec.finish !== undefined) x = spec.finish(context, x)
  const hidden = spec.finalNorm === undefined ? x : layerNorm(context, x, { name: spec.finalNorm, size: spec.size, epsilon: spec.epsilon })
  return { hidden, size: spec.size, words }
}

function embedText(context: GraphContext, spec: TextEncoderSpec, inputs: TextInputs): { readonly embedded: Value; readonly words: Value } {
  const { graph } = context
  const { embeddingSize: size = spec.size, tokenTypes, positions } = spec
  const table = embedding(context, { name: 'word_embeddings', count: spec.vocabulary, size: spec.wordSize ?? size })
  const words = table.lookup(inputs.ids)
  const parts = [spec.embed?.(context, inputs, words) ?? words]
  if (tokenTypes > 0) {
    const types = embedding(context, { name: 'token_type_embeddings', count: tokenTypes, size, std: 0.5 })
    parts.push(types.lookup(spec.hasOneType === true ? graph.constant('int64', [0]) : inputs.tokenTypes!))
  }
  if (positions !== 'none') {
    const { count, offset = 0, afterPadding } = positions
    const places =
      afterPadding === undefined ? positionRange(context, inputs.ids, offset) : positionsAfterPadding(context, inputs.ids, afterPadding)
    parts.push(learnedPositions(context, { name: 'position_embeddings', count, size, positions: places }))
  }
  const [first, ...others] = parts as [Value, ...Value[]]
  const sum = others.length === 0 ? first : add(context, first, ...others)
  const embedded =
    spec.embeddingNorm === false
      ? sum
      : (spec.normalise?.(context, sum, 'LayerNorm') ?? layerNorm(context, sum, { name: 'LayerNorm', size, epsilon: spec.epsilon }))
  return { embedded, words: table.weight }
}

/** Positions count the tokens that are not padding, from `padding + 1` on; padding keeps `padding`: int64 `[batch, length]`. */
export function positionsAfterPadding(context: GraphContext, ids: Value, padding: number): Value {
  const { graph } = context
  const id = graph.constant('int64', padding)
  const isToken = graph.node('Cast', [graph.node('Not', [graph.node('Equal', [ids, id])])], { to: 7 })
  return graph.node('Add', [graph.node('Mul', [graph.node('CumSum', [isToken, graph.constant('int64', 1)]), isToken]), id])
}

/** Softmax attention of a layer by the spec's names, `[batch, length, size] → [batch, length, size]`. */
export function encoderAttention(context: GraphContext, spec: TextEncoderSpec, x: Value, shared: EncoderShared, layer: number): Value {
  const names = spec.names ?? bertLayerNames
  const { biases = [], ...options } = spec.attentionOptions?.(context, shared, layer) ?? {}
  return attention(context, x, { size: spec.size, heads: spec.heads, names, biases: [...biases, shared.mask], ...options })
}

/** A layer with the spec's own attention and feed-forward, its norms where the spec has them. */
export function encoderLayer(spec: TextEncoderSpec, context: GraphContext, x: Value, shared: EncoderShared, layer: number): Value {
  const { graph } = context
  const { size, epsilon, names = bertLayerNames } = spec
  const norm = (value: Value, name: string): Value => layerNorm(context, value, { name, size, epsilon })
  const attend = (value: Value): Value =>
    spec.attend?.(context, value, shared, layer) ?? encoderAttention(context, spec, value, shared, layer)
  const feed = (value: Value): Value =>
    spec.feed?.(context, value, shared, layer) ??
    feedForward(context, value, { names: { up: names.up, down: names.down }, size, innerSize: spec.innerSize, activation: spec.activation })
  if (spec.norm === 'pre') {
    const attended = graph.node('Add', [x, attend(norm(x, names.attentionNorm))])
    return graph.node('Add', [attended, feed(norm(attended, names.outputNorm))])
  }
  const attended = norm(graph.node('Add', [attend(x), x]), names.attentionNorm)
  return norm(graph.node('Add', [feed(attended), attended]), names.outputNorm)
}
