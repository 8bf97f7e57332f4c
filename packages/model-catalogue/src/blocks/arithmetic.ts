import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'

/** Sum of two or more tensors that broadcast. */
export function add(context: GraphContext, first: Value, ...others: readonly Value[]): Value {
  return others.reduce((sum, part) => context.graph.node('Add', [sum, part]), first)
}

/** Product of two tensors that broadcast. */
export function multiply(context: GraphContext, a: Value, b: Value): Value {
  return context.graph.node('Mul', [a, b])
}

/** `x` times a number; 1 leaves it as it is. */
export function scaled(context: GraphContext, x: Value, factor: number): Value {
  return factor === 1 ? x : context.graph.node('Mul', [x, context.graph.constant('float32', factor)])
}

/** `[batch, a, b] → [batch, b, a]`: from frames to channels first and back. */
export function swapLast(context: GraphContext, x: Value): Value {
  return context.graph.node('Transpose', [x], { perm: [0, 2, 1] })
}

/** Parts of the given sizes along an axis. */
export function cut(context: GraphContext, x: Value, sizes: readonly number[], axis = -1): Value[] {
  return context.graph.nodes('Split', [x, context.graph.constant('int64', sizes)], { axis }, { outputs: sizes.length })
}

/** Equal parts along an axis. */
export function halves(context: GraphContext, x: Value, axis = -1): [Value, Value] {
  return context.graph.nodes('Split', [x], { axis, num_outputs: 2 }, { outputs: 2 }) as [Value, Value]
}

/** Elements `start` up to `end` along an axis; without `end` all that follow. */
export function slice(context: GraphContext, x: Value, axis: number, start: number, end = Number.MAX_SAFE_INTEGER, step = 1): Value {
  return context.graph.node('Slice', [x, ...[start, end, axis, step].map((value) => context.graph.constant('int64', [value]))])
}

export function unsqueeze(context: GraphContext, x: Value, ...axes: readonly number[]): Value {
  return context.graph.node('Unsqueeze', [x, context.graph.constant('int64', axes)])
}

export function squeeze(context: GraphContext, x: Value, ...axes: readonly number[]): Value {
  return context.graph.node('Squeeze', [x, context.graph.constant('int64', axes)])
}

/** 0 keeps a size, -1 takes what is left. */
export function reshape(context: GraphContext, x: Value, shape: readonly number[]): Value {
  return context.graph.node('Reshape', [x, context.graph.constant('int64', shape)])
}

/** Zeros, or what `mode` says, before and behind along an axis of a tensor of that rank. */
export function padAxis(
  context: GraphContext,
  x: Value,
  {
    rank,
    axis,
    before,
    after,
    mode = 'constant',
  }: { rank: number; axis: number; before: number; after: number; mode?: 'constant' | 'reflect' | 'edge' },
): Value {
  const pads = Array.from({ length: 2 * rank }, (_, index) => (index === axis ? before : index === rank + axis ? after : 0))
  return context.graph.node('Pad', [x, context.graph.constant('int64', pads)], { mode })
}

export function asFloat(context: GraphContext, x: Value): Value {
  return context.graph.node('Cast', [x], { to: 1 })
}
