import type { Value } from '@vitest-hardware/onnx-graph'
import { dotProductAttention, splitHeads } from '../blocks/attention.ts'
import { feedForward } from '../blocks/feed-forward.ts'
import { linear } from '../blocks/linear.ts'
import { layerNorm } from '../blocks/norm.ts'
import { repeatForBatch } from '../blocks/patch.ts'
import type { GraphContext } from '../graph-context.ts'

/** Perceiver IO (Jaegle et al. 2022, arXiv:2107.14795, §3): learned latents read the input, think, and are read by queries. */
export interface LatentSpec {
  readonly latents: number
  readonly size: number
  /** Width of what is read. */
  readonly inputSize: number
  /** Layers of one block, which is run several times with the same weights. */
  readonly layersPerBlock: number
  readonly blocks: number
  readonly selfHeads: number
  readonly crossHeads: number
  /** Of queries and keys together, and of values. */
  readonly keySize: number
  readonly valueSize: number
}

export interface LatentLayerOptions {
  readonly heads: number
  readonly size: number
  readonly keySize: number
  readonly valueSize: number
  /** What is read instead of `x`, with its width and mask. */
  readonly source?: { readonly value: Value; readonly size: number; readonly mask?: Value }
  /** Whether the queries are added to what they found. @default true */
  readonly hasResidual?: boolean
}

/** Attention and a network of width 1, norms before both, in the current scope: `[batch, queries, size]` keeps its shape. */
export function latentLayer(context: GraphContext, x: Value, options: LatentLayerOptions): Value {
  const { graph } = context
  const { heads, size, keySize, valueSize, source, hasResidual = true } = options
  const norm = (y: Value, name: string, width: number): Value => layerNorm(context, y, { name, size: width, epsilon: 1e-5 })
  const attended = graph.scope('attention', () => {
    const merged = graph.scope('self', () => {
      const asking = norm(x, 'layernorm1', size)
      const read = source ? norm(source.value, 'layernorm2', source.size) : asking
      const readSize = source?.size ?? size
      const project = (y: Value, name: string, inputSize: number, outputSize: number): Value =>
        splitHeads(context, linear(context, y, { name, inputSize, outputSize }), heads, outputSize / heads)
      return dotProductAttention(context, {
        query: project(asking, 'query', size, keySize),
        key: project(read, 'key', readSize, keySize),
        value: project(read, 'value', readSize, valueSize),
        scale: 1 / Math.sqrt(keySize / heads),
        biases: source?.mask ? [source.mask] : [],
        size: valueSize,
      })
    })
    const output = linear(context, merged, { name: 'output.dense', inputSize: valueSize, outputSize: size })
    return hasResidual ? graph.node('Add', [output, x]) : output
  })
  const normed = norm(attended, 'layernorm', size)
  const fed = graph.scope('mlp', () =>
    feedForward(context, normed, {
      names: { up: 'dense1', down: 'dense2' },
      size,
      innerSize: size,
      activation: 'gelu',
    }),
  )
  return graph.node('Add', [fed, attended])
}

/** The latents behind all blocks: `[batch, length, inputSize] → [batch, latents, size]`. */
export function readLatents(context: GraphContext, inputs: Value, spec: LatentSpec, mask?: Value): Value {
  const { graph } = context
  const { latents, size, keySize, valueSize } = spec
  const learned = graph.scope('embeddings', () => context.weight('latents', [latents, size], { std: 1 }))
  const started = repeatForBatch(context, graph.node('Unsqueeze', [learned, graph.constant('int64', [0])]), inputs, [latents, size])
  return graph.scope('encoder', () => {
    const source = { value: inputs, size: spec.inputSize, ...(mask ? { mask } : {}) }
    let x = graph.scope('cross_attention', () =>
      latentLayer(context, started, { heads: spec.crossHeads, size, keySize, valueSize, source }),
    )
    for (let block = 0; block < spec.blocks; block++) {
      for (let layer = 0; layer < spec.layersPerBlock; layer++)
        x = graph.scope(`self_attends.${layer}`, () => latentLayer(context, x, { heads: spec.selfHeads, size, keySize, valueSize }))
    }
    return x
  })
}

export interface LatentQueryOptions {
  /** Number of learned queries and their width. */
  readonly count: number
  readonly size: number
  readonly heads: number
  readonly keySize: number
  readonly valueSize: number
  readonly hasResidual: boolean
  readonly latentSize: number
}

/** Learned queries read the latents: `[batch, count, size]`, in the current scope. */
export function queryLatents(context: GraphContext, latents: Value, options: LatentQueryOptions): Value {
  const { graph } = context
  const { count, size, heads, keySize, valueSize, hasResidual, latentSize } = options
  const learned = graph.scope('output_position_encodings', () => context.weight('position_embeddings', [count, size], { std: 1 }))
  const queries = repeatForBatch(context, graph.node('Unsqueeze', [learned, graph.constant('int64', [0])]), latents, [count, size])
  return graph.scope('decoding_cross_attention', () =>
    latentLayer(context, queries, { heads, size, keySize, valueSize, hasResidual, source: { value: latents, size: latentSize } }),
  )
}
