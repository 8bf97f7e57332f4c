import type { GraphContext } from '../graph-context.ts'

/** Values of a weight by its full name, or null for the seeded ones. */
export type GiveWeights = (path: string, dims: readonly number[]) => Iterable<number> | null

/** A context whose weights are those that `give` names, so that what a graph computes can be told by hand. */
export function withWeights(context: GraphContext, give: GiveWeights): GraphContext {
  return {
    ...context,
    weight(name, dims, options) {
      const values = give(context.graph.path === '' ? name : `${context.graph.path}.${name}`, dims)
      return values === null
        ? context.weight(name, dims, options)
        : context.fixed(name, { type: 'float32', dims, data: Float32Array.from(values) })
    },
  }
}

/** Gives the weights in `values` by their full name. */
export function namedWeights(values: Readonly<Record<string, readonly number[]>>): GiveWeights {
  return (path) => values[path] ?? null
}
