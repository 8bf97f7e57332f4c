import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'

export interface NormOptions {
  /** Upstream's module name. */
  readonly name: string
  readonly size: number
  readonly epsilon: number
}

export interface LayerNormOptions extends NormOptions {
  /** @default true */
  readonly bias?: boolean
}

/** Layer normalisation over the last axis (Ba et al. 2016, arXiv:1607.06450): `[…, size] → […, size]`. */
export function layerNorm(context: GraphContext, x: Value, { name, size, epsilon, bias = true }: LayerNormOptions): Value {
  const { graph } = context
  return graph.scope(name, () => {
    const weights = [context.weight('weight', [size], { mean: 1 }), ...(bias ? [context.weight('bias', [size])] : [])]
    return graph.node('LayerNormalization', [x, ...weights], { axis: -1, epsilon: { float: epsilon } })
  })
}

/** Layer normalisation without weights, as diffusion transformers modulate it: `[…, size] → […, size]`. */
export function plainLayerNorm(
  context: GraphContext,
  x: Value,
  { size, epsilon }: { readonly size: number; readonly epsilon: number },
): Value {
  const { graph } = context
  return graph.node(
    'LayerNormalization',
    [
      x,
      graph.constant(
        'float32',
        Array.from({ length: size }, () => 1),
      ),
    ],
    { axis: -1, epsilon: { float: epsilon } },
  )
}

export interface RmsNormOptions extends NormOptions {
  /** Gemma stores the weight less one and multiplies by 1 + weight. @default false */
  readonly unitOffset?: boolean
}

/**
 * Root-mean-square normalisation over the last axis (Zhang & Sennrich 2019, arXiv:1910.07467): `[…, size] → […, size]`.
 * In elementary operators: ONNX has `RMSNormalization` from opset 23 on, which few runtimes know.
 */
export function rmsNorm(context: GraphContext, x: Value, { name, size, epsilon, unitOffset = false }: RmsNormOptions): Value {
  const { graph } = context
  return graph.scope(name, () => {
    const meanSquare = graph.node('ReduceMean', [graph.node('Mul', [x, x]), graph.constant('int64', [-1])], { keepdims: 1 })
    const root = graph.node('Sqrt', [graph.node('Add', [meanSquare, graph.constant('float32', epsilon)])])
    const normal = graph.node('Div', [x, root])
    const weight = context.weight('weight', [size], { mean: unitOffset ? 0 : 1 })
    return graph.node('Mul', [normal, unitOffset ? graph.node('Add', [weight, graph.constant('float32', 1)]) : weight])
  })
}

export interface GroupNormOptions extends NormOptions {
  readonly groups: number
  /** Axes behind the channels: 2 of images, 1 of sound. @default 2 */
  readonly spatialAxes?: 1 | 2
}

/**
 * Group normalisation (Wu & He 2018, arXiv:1803.08494): `[batch, size, height, width]` or `[batch, size, length]` keeps its shape.
 * Through InstanceNormalization, as PyTorch's exporter writes it.
 */
export function groupNorm(context: GraphContext, x: Value, { name, size, epsilon, groups, spatialAxes = 2 }: GroupNormOptions): Value {
  const { graph } = context
  return graph.scope(name, () => {
    const grouped = graph.node('Reshape', [x, graph.constant('int64', [0, groups, -1])])
    const filled = (value: number): Value =>
      graph.constant(
        'float32',
        Array.from({ length: groups }, () => value),
      )
    const normal = graph.node('InstanceNormalization', [grouped, filled(1), filled(0)], { epsilon: { float: epsilon } })
    const image = graph.node('Reshape', [normal, graph.node('Shape', [x])])
    const perChannel = (weight: Value): Value =>
      graph.node('Unsqueeze', [weight, graph.constant('int64', spatialAxes === 2 ? [1, 2] : [1])])
    const scaled = graph.node('Mul', [image, perChannel(context.weight('weight', [size], { mean: 1 }))])
    return graph.node('Add', [scaled, perChannel(context.weight('bias', [size]))])
  })
}
