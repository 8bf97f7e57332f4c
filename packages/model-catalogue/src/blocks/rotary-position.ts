import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'
import { exp, log } from '../exact-math.ts'

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
}

/** Angles of rotary position embedding in the half-split layout of Llama and its kin (Su et al. 2021, arXiv:2104.09864, §3.2.2). */
export function rotaryAngles(context: GraphContext, { positions, size, theta = 10_000 }: RotaryOptions): RotaryAngles {
  const { graph } = context
  return graph.scope('rotary_emb', () => {
    const frequencies = Float32Array.from({ length: size / 2 }, (_, index) => exp((-2 * index * log(theta)) / size))
    const inverse = context.fixed('inv_freq', { type: 'float32', dims: [size / 2], data: frequencies })
    const column = graph.node('Unsqueeze', [graph.node('Cast', [positions], { to: 1 }), graph.constant('int64', [1, 3])])
    const half = graph.node('Mul', [column, inverse])
    const angles = graph.node('Concat', [half, half], { axis: -1 })
    return { cos: graph.node('Cos', [angles]), sin: graph.node('Sin', [angles]) }
  })
}

/** Rotates queries or keys `[batch, heads, length, size]`: x·cos + rotateHalf(x)·sin. */
export function applyRotary(context: GraphContext, x: Value, { cos, sin }: RotaryAngles): Value {
  const { graph } = context
  const [first, second] = graph.nodes('Split', [x], { axis: -1, num_outputs: 2 }, { outputs: 2 }) as [Value, Value]
  const rotated = graph.node('Concat', [graph.node('Neg', [second]), first], { axis: -1 })
  return graph.node('Add', [graph.node('Mul', [x, cos]), graph.node('Mul', [rotated, sin])])
}
