import { GraphBuilder, type Tensor, type Value } from '@vitest-hardware/onnx-graph'
import type { ModelConfig } from './model-type.ts'
import { seededNormal } from './random.ts'

/** What a graph is built with: the node builder, the type's config, and weights that follow from the seed and their own names. */
export interface GraphContext {
  readonly graph: GraphBuilder
  readonly config: ModelConfig
  /** Normally distributed float32 weight; the values depend on the seed, the full name and the shape alone, so adding a layer leaves the others' weights. Asked for twice, it is shared. */
  weight(name: string, dims: readonly number[], options?: { readonly mean?: number; readonly std?: number }): Value
  /** A weight with given values. */
  fixed(name: string, tensor: Tensor): Value
}

export interface ContextOptions {
  readonly name: string
  readonly config: ModelConfig
  readonly seed: number
}

export function createGraphContext({ name, config, seed }: ContextOptions): GraphContext {
  const graph = new GraphBuilder({ name })
  const made = new Map<string, Value>()
  return {
    graph,
    config,
    weight(weightName, dims, { mean = 0, std = initializerStd(dims) } = {}) {
      const path = graph.path === '' ? weightName : `${graph.path}.${weightName}`
      const shared = made.get(path)
      if (shared !== undefined) return shared
      const data = seededNormal(
        `${seed}/${path}`,
        dims.reduce((product, dim) => product * dim, 1),
        mean,
        std,
      )
      const value = graph.weight(weightName, { type: 'float32', dims, data })
      made.set(path, value)
      return value
    },
    fixed: (weightName, tensor) => graph.weight(weightName, tensor),
  }
}

/**
 * 1/√fan-in, so that activations keep their size through a tiny random network and every weight moves the output.
 * Upstream's 0.02 would leave a two-layer network of width 32 almost linear (He et al. 2015, arXiv:1502.01852, §2.2 on fan-in).
 */
function initializerStd(dims: readonly number[]): number {
  const fanIn = dims.length < 2 ? 1 : dims.length === 2 ? dims[0]! : dims.slice(1).reduce((product, dim) => product * dim, 1)
  return dims.length < 2 ? 0.1 : 1 / Math.sqrt(fanIn)
}
