import type { Value } from '@vitest-hardware/onnx-graph'
import { cos, exp, log, sin } from '../exact-math.ts'
import type { GraphContext } from '../graph-context.ts'

/** Cosines and sines of the rotation, float32 `[batch or 1, 1, length, rotated size]`. */
export interface RotaryAngles {
  readonly cos: Value
  readonly sin: Value
}

export interface RotaryOptions {
  /** int64 positions, `[batch or 1, length]`. */
  readonly positions: Value
  /** Elements of each head that are rotated. */
  readonly size: number
  /** @default 10000 */
  readonly theta?: number
  /** Rows of the tables: the longest sequence. @default 512 */
  readonly maxPositions?: number
}

/**
 * Angles of rotary position embedding in the half-split layout of Llama and its kin (Su et al. 2021, arXiv:2104.09864, §3.2.2).
 * Looked up in tables, as upstream's `cos_cached` and runtimes' fused kernels have them: the sine of a GPU may be wrong by 2⁻¹¹ (WGSL §15.7.4.1),
 * which would hide every other difference between backends.
 */
export function rotaryAngles(context: GraphContext, { positions, size, theta = 10_000, maxPositions = 512 }: RotaryOptions): RotaryAngles {
  const { graph } = context
  return graph.scope('rotary_emb', () => {
    const half = size / 2
    const frequencies = Array.from({ length: half }, (_, index) => exp((-2 * index * log(theta)) / size))
    const lookUp = (name: string, f: (angle: number) => number): Value => {
      const data = Float32Array.from({ length: maxPositions * half }, (_, index) =>
        f(Math.floor(index / half) * frequencies[index % half]!),
      )
      const rows = graph.node('Gather', [context.fixed(name, { type: 'float32', dims: [maxPositions, half], data }), positions], {
        axis: 0,
      })
      return graph.node('Unsqueeze', [graph.node('Concat', [rows, rows], { axis: -1 }), graph.constant('int64', [1])])
    }
    return { cos: lookUp('cos_cached', cos), sin: lookUp('sin_cached', sin) }
  })
}

/** Rotates queries or keys `[batch, heads, length, size]`: x·cos + rotateHalf(x)·sin. */
export function applyRotary(context: GraphContext, x: Value, { cos, sin }: RotaryAngles): Value {
  const { graph } = context
  const [first, second] = graph.nodes('Split', [x], { axis: -1, num_outputs: 2 }, { outputs: 2 }) as [Value, Value]
  const rotated = graph.node('Concat', [graph.node('Neg', [second]), first], { axis: -1 })
  return graph.node('Add', [graph.node('Mul', [x, cos]), graph.node('Mul', [rotated, sin])])
}
