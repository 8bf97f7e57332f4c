import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'

/** The most negative finite float32: what upstream adds to forbidden scores (`torch.finfo(dtype).min`). */
const forbidden = -3.4028234663852886e38

/** Additive mask of an `attention_mask` `[batch, keys]` of int64 0 and 1: float32 `[batch, 1, 1, keys]`. */
export function paddingMask(context: GraphContext, attentionMask: Value): Value {
  return additive(context, visibleKeys(context, attentionMask))
}

/** {@link paddingMask} that also forbids masked queries everything, as DeBERTa does: float32 `[batch, 1, length, length]`. */
export function pairMask(context: GraphContext, attentionMask: Value): Value {
  const { graph } = context
  const queries = graph.node('Cast', [graph.node('Unsqueeze', [attentionMask, graph.constant('int64', [1, 3])])], { to: 1 })
  return additive(context, graph.node('Mul', [queries, visibleKeys(context, attentionMask)]))
}

export interface CausalMaskOptions {
  /** `[batch, queries, …]`, for the number of queries. */
  readonly queries: Value
  /** int64 `[batch, keys]`, keys = past + queries. @default no key is masked */
  readonly attentionMask?: Value
  /** `[batch, heads, past, headSize]`, for the number of earlier keys where no attention mask tells it. @default none */
  readonly pastKeys?: Value | undefined
  /** Each query sees this many keys at most, itself included. @default unlimited */
  readonly window?: number
}

/** Additive mask by which a query sees no later key and no masked key: float32 `[batch or 1, 1, queries, keys]`. */
export function causalMask(context: GraphContext, { queries, attentionMask, pastKeys, window }: CausalMaskOptions): Value {
  const { graph } = context
  return graph.scope('causal_mask', () => {
    const number = (value: number): Value => graph.constant('int64', value)
    const axis = (position: number): Value => graph.constant('int64', [position])
    const queryCount = length(context, queries)
    const keyCount = attentionMask
      ? length(context, attentionMask)
      : pastKeys
        ? graph.node('Add', [length(context, pastKeys, 2), queryCount])
        : queryCount
    const keys = graph.node('Range', [number(0), keyCount, number(1)])
    const rows = graph.node('Unsqueeze', [graph.node('Range', [graph.node('Sub', [keyCount, queryCount]), keyCount, number(1)]), axis(1)])
    const notLater = graph.node('Cast', [graph.node('LessOrEqual', [keys, rows])], { to: 1 })
    const near =
      window === undefined
        ? notLater
        : graph.node('Mul', [
            notLater,
            graph.node('Cast', [graph.node('Less', [graph.node('Sub', [rows, keys]), number(window)])], { to: 1 }),
          ])
    const visible = attentionMask
      ? graph.node('Mul', [near, visibleKeys(context, attentionMask)])
      : graph.node('Unsqueeze', [near, graph.constant('int64', [0, 1])])
    return additive(context, visible)
  })
}

/** Additive mask by which a token sees the unmasked ones at most `distance` before and behind it: float32 `[batch, 1, length, length]`. */
export function localMask(context: GraphContext, attentionMask: Value, distance: number): Value {
  const { graph } = context
  return graph.scope('local_mask', () => {
    const positions = graph.node('Range', [graph.constant('int64', 0), length(context, attentionMask), graph.constant('int64', 1)])
    const away = graph.node('Abs', [graph.node('Sub', [positions, graph.node('Unsqueeze', [positions, graph.constant('int64', [1])])])])
    const near = graph.node('Cast', [graph.node('LessOrEqual', [away, graph.constant('int64', distance)])], { to: 1 })
    return additive(context, graph.node('Mul', [near, visibleKeys(context, attentionMask)]))
  })
}

/** Size of an axis as an int64 scalar. */
export function length(context: GraphContext, x: Value, axis = 1): Value {
  const { graph } = context
  return graph.node('Gather', [graph.node('Shape', [x]), graph.constant('int64', axis)], { axis: 0 })
}

/** Float32 `[batch, 1, 1, keys]`, 1 for keys that may be seen. */
function visibleKeys(context: GraphContext, attentionMask: Value): Value {
  const { graph } = context
  return graph.node('Cast', [graph.node('Unsqueeze', [attentionMask, graph.constant('int64', [1, 2])])], { to: 1 })
}

function additive(context: GraphContext, visible: Value): Value {
  const { graph } = context
  return graph.node('Mul', [graph.node('Sub', [graph.constant('float32', 1), visible]), graph.constant('float32', forbidden)])
}
