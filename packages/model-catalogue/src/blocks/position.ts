import type { Value } from '@vitest-hardware/onnx-graph'
import { cos, exp, log, sin } from '../exact-math.ts'
import type { GraphContext } from '../graph-context.ts'
import { length } from './attention-mask.ts'

/** Positions 0 … length-1 of `x` `[batch, length, …]`, plus `offset`: int64 `[1, length]`. */
export function positionRange(context: GraphContext, x: Value, offset: Value | number = 0): Value {
  const { graph } = context
  const start = typeof offset === 'number' ? graph.constant('int64', offset) : offset
  const range = graph.node('Range', [start, graph.node('Add', [length(context, x), start]), graph.constant('int64', 1)])
  return graph.node('Unsqueeze', [range, graph.constant('int64', [0])])
}

/** Positions as generation counts them, masked tokens left out: int64 `[batch, keys]`, max(cumsum(mask) - 1, 0). */
export function maskedPositions(context: GraphContext, attentionMask: Value): Value {
  const { graph } = context
  const counted = graph.node('CumSum', [attentionMask, graph.constant('int64', 1)])
  return graph.node('Max', [graph.node('Sub', [counted, graph.constant('int64', 1)]), graph.constant('int64', 0)])
}

export interface LearnedPositionOptions {
  /** Upstream's module name. */
  readonly name: string
  readonly count: number
  readonly size: number
  /** int64 `[batch or 1, length]`. */
  readonly positions: Value
}

/** Learned position embeddings: float32 `[batch or 1, length, size]`, to be added to the token embeddings. */
export function learnedPositions(context: GraphContext, { name, count, size, positions }: LearnedPositionOptions): Value {
  const { graph } = context
  return graph.scope(name, () => graph.node('Gather', [context.weight('weight', [count, size], { std: 0.5 }), positions], { axis: 0 }))
}

/**
 * Sines in the first half and cosines in the second, as Whisper's encoder and the timestep embeddings have them
 * (arXiv:1706.03762, §3.5): `count` rows of `size` elements.
 */
export function sinusoids(count: number, size: number, period = 10_000): Float32Array {
  const half = size / 2
  const table = new Float32Array(count * size)
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < half; column++) {
      const angle = row * exp((-log(period) * column) / (half - 1))
      table[row * size + column] = sin(angle)
      table[row * size + half + column] = cos(angle)
    }
  }
  return table
}

/** Sines in the first half and cosines in the second, of frequencies period^(-2i/size), as CTRL has them: `count` rows of `size` elements. */
export function waves(count: number, size: number, period = 10_000): Float32Array {
  const half = size / 2
  return Float32Array.from({ length: count * size }, (_, index) => {
    const [row, column] = [Math.floor(index / size), index % size]
    const angle = row * exp((-2 * log(period) * (column % half)) / size)
    return column < half ? sin(angle) : cos(angle)
  })
}
