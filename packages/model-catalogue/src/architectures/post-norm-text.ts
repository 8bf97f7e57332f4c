import type { Value } from '@vitest-hardware/onnx-graph'
import type { Activation } from '../blocks/activation.ts'
import { attention } from '../blocks/attention.ts'
import { embedding, type Embedding } from '../blocks/embedding.ts'
import { feedForward } from '../blocks/feed-forward.ts'
import { layerNorm } from '../blocks/norm.ts'
import { learnedPositions, positionRange } from '../blocks/position.ts'
import type { GraphContext } from '../graph-context.ts'

/** BERT's layers (Devlin et al. 2019, arXiv:1810.04805), as models of texts and images put them together. */
export interface PostNormSpec {
  readonly size: number
  readonly layers: number
  readonly heads: number
  readonly innerSize: number
  readonly activation: Activation
  readonly epsilon: number
  /** Width of what cross-attention reads, where the layers have one. */
  readonly sourceSize?: number
  /** Upstream's scope of query, key and value. @default 'self' */
  readonly inner?: string
  /** Scope of the layers. @default 'encoder.layer' */
  readonly scope?: string
}

export interface PostNormInputs {
  /** Masks and biases of self-attention. */
  readonly biases: readonly Value[]
  /** What cross-attention reads, `[batch, length, sourceSize]`, and its masks. */
  readonly source?: { readonly value: Value; readonly biases?: readonly Value[] }
}

/** Attention and the norm behind the sum, named as BERT names them. */
export function postNormAttention(
  context: GraphContext,
  x: Value,
  { size, heads, epsilon, inner = 'self' }: Pick<PostNormSpec, 'size' | 'heads' | 'epsilon' | 'inner'>,
  { name, biases, source }: { name: string; biases: readonly Value[]; source?: { value: Value; size: number } },
): Value {
  const names = { query: `${inner}.query`, key: `${inner}.key`, value: `${inner}.value`, output: 'output.dense' }
  return context.graph.scope(name, () => {
    const other = source ? { source: source.value, sourceSize: source.size } : {}
    const seen = attention(context, x, { size, heads, names, biases, ...other })
    return layerNorm(context, context.graph.node('Add', [seen, x]), { name: 'output.LayerNorm', size, epsilon })
  })
}

/** The feed-forward network and the norm behind the sum. */
export function postNormFeed(
  context: GraphContext,
  x: Value,
  { size, innerSize, activation, epsilon }: Pick<PostNormSpec, 'size' | 'innerSize' | 'activation' | 'epsilon'>,
  names = { up: 'intermediate.dense', out: 'output' },
): Value {
  const fed = feedForward(context, x, { names: { up: names.up, down: `${names.out}.dense` }, size, innerSize, activation })
  return layerNorm(context, context.graph.node('Add', [fed, x]), { name: `${names.out}.LayerNorm`, size, epsilon })
}

/** One layer in the current scope. */
export function postNormLayer(context: GraphContext, x: Value, spec: PostNormSpec, { biases, source }: PostNormInputs): Value {
  const attended = postNormAttention(context, x, spec, { name: 'attention', biases })
  const crossed =
    source && spec.sourceSize !== undefined
      ? postNormAttention(context, attended, spec, {
          name: 'crossattention',
          biases: source.biases ?? [],
          source: { value: source.value, size: spec.sourceSize },
        })
      : attended
  return postNormFeed(context, crossed, spec)
}

/** All layers: `[batch, length, size]` keeps its shape. */
export function postNormLayers(context: GraphContext, embedded: Value, spec: PostNormSpec, inputs: PostNormInputs): Value {
  let x = embedded
  for (let layer = 0; layer < spec.layers; layer++)
    x = context.graph.scope(`${spec.scope ?? 'encoder.layer'}.${layer}`, () => postNormLayer(context, x, spec, inputs))
  return x
}

export interface WordEmbeddingOptions {
  readonly vocabulary: number
  readonly size: number
  readonly epsilon: number
  readonly maxPositions: number
  /** @default counted from 0 */
  readonly positions?: Value
  /** int64 `[batch or 1, length]`, and the number of types. @default none */
  readonly types?: { readonly ids: Value; readonly count: number }
  /** Name of the norm; null for none. @default 'LayerNorm' */
  readonly norm?: string | null
  /** Added before the norm. */
  readonly also?: readonly Value[]
}

/** Words, positions and, where wanted, types, with the norm behind, in the current scope. */
export function wordEmbeddings(
  context: GraphContext,
  ids: Value,
  { vocabulary, size, epsilon, maxPositions, positions, types, norm = 'LayerNorm', also = [] }: WordEmbeddingOptions,
): { readonly embedded: Value; readonly words: Embedding } {
  const { graph } = context
  const words = embedding(context, { name: 'word_embeddings', count: vocabulary, size })
  const parts = [
    learnedPositions(context, {
      name: 'position_embeddings',
      count: maxPositions,
      size,
      positions: positions ?? positionRange(context, ids),
    }),
    ...(types ? [embedding(context, { name: 'token_type_embeddings', count: types.count, size, std: 0.5 }).lookup(types.ids)] : []),
    ...also,
  ]
  const sum = parts.reduce((total, part) => graph.node('Add', [total, part]), words.lookup(ids))
  return { embedded: norm === null ? sum : layerNorm(context, sum, { name: norm, size, epsilon }), words }
}
