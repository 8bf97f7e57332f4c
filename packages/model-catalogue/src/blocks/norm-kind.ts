import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'
import { layerNorm, plainLayerNorm, rmsNorm } from './norm.ts'

/** Which normalisation over the last axis a model uses throughout. */
export interface NormKind {
  readonly kind: 'rms' | 'layer'
  readonly epsilon: number
  /** Of a layer norm. @default true */
  readonly bias?: boolean
  /** The stored weight is less one (Gemma, Nemotron). @default false */
  readonly unitOffset?: boolean
  /** Without, the norm has no weights at all (OLMo, nanochat). @default true */
  readonly weight?: boolean
}

/** Normalises the last axis: `[…, size] → […, size]`. */
export function normOf(
  context: GraphContext,
  x: Value,
  {
    kind,
    epsilon,
    bias = true,
    unitOffset = false,
    weight = true,
    name,
    size,
  }: NormKind & { readonly name: string; readonly size: number },
): Value {
  const { graph } = context
  if (kind === 'rms') return weight ? rmsNorm(context, x, { name, size, epsilon, unitOffset }) : plainRmsNorm(context, x, epsilon)
  if (!weight) return graph.scope(name, () => plainLayerNorm(context, x, { size, epsilon }))
  if (!unitOffset) return layerNorm(context, x, { name, size, epsilon, bias })
  return graph.scope(name, () => {
    const factor = graph.node('Add', [context.weight('weight', [size]), graph.constant('float32', 1)])
    const weights = [factor, ...(bias ? [context.weight('bias', [size])] : [])]
    return graph.node('LayerNormalization', [x, ...weights], { axis: -1, epsilon: { float: epsilon } })
  })
}

/** Root-mean-square normalisation without weights: `[…] → […]`. */
export function plainRmsNorm(context: GraphContext, x: Value, epsilon: number): Value {
  const { graph } = context
  const meanSquare = graph.node('ReduceMean', [graph.node('Mul', [x, x]), graph.constant('int64', [-1])], { keepdims: 1 })
  return graph.node('Div', [x, graph.node('Sqrt', [graph.node('Add', [meanSquare, graph.constant('float32', epsilon)])])])
}
