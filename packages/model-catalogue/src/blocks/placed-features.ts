import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'

export interface PlacedFeaturesOptions {
  /** bool `[batch, length]` */
  readonly isPlace: Value
  /** `[batch, length, size]` */
  readonly embeddings: Value
  /** Of all images of the call in order: any shape whose last axis is `size`, with equally many for each text. */
  readonly features: Value
  readonly size: number
  /** Add to the embeddings in the places instead. @default false */
  readonly added?: boolean
}

/**
 * Puts the n-th feature of a text's images in its n-th place; other embeddings stay: `[batch, length, size]`.
 * A text with fewer places than features leaves the last ones out, one with more repeats the last feature.
 */
export function placeWhere(context: GraphContext, { isPlace, embeddings, features, size, added = false }: PlacedFeaturesOptions): Value {
  const { graph } = context
  return graph.scope('placed_features', () => {
    const axis = (index: number): Value => graph.constant('int64', [index])
    const scalar = (value: number): Value => graph.constant('int64', value)
    const batch = graph.node('Shape', [embeddings], { start: 0, end: 1 })
    const perText = graph.node('Reshape', [features, graph.node('Concat', [batch, graph.constant('int64', [-1, size])], { axis: 0 })])
    const count = graph.node('Gather', [graph.node('Shape', [perText]), scalar(1)], { axis: 0 })
    const nth = graph.node('Sub', [graph.node('CumSum', [graph.node('Cast', [isPlace], { to: 7 }), scalar(1)]), scalar(1)])
    const index = graph.node('Min', [graph.node('Max', [nth, scalar(0)]), graph.node('Sub', [count, scalar(1)])])
    const chosen = graph.node('GatherND', [perText, graph.node('Unsqueeze', [index, axis(2)])], { batch_dims: 1 })
    const replacement = added ? graph.node('Add', [embeddings, chosen]) : chosen
    return graph.node('Where', [graph.node('Unsqueeze', [isPlace, axis(2)]), replacement, embeddings])
  })
}
