import type { Value } from '@vitest-hardware/onnx-graph'
import { cos, exp, log, sin } from '../exact-math.ts'
import type { GraphContext } from '../graph-context.ts'
import type { RotaryAngles } from './rotary-position.ts'

export interface MultiAxisRotaryOptions {
  /** int64 `[3, batch, length]`: time, row and column of each token. */
  readonly positions: Value
  /** Elements of each head that turn. */
  readonly size: number
  readonly theta: number
  /** For each of the `size / 2` frequencies the axis that it turns by: 0 time, 1 row, 2 column. */
  readonly axes: readonly number[]
  /** Where the two elements of a pair lie: `half` a half apart, `interleaved` side by side. @default 'half' */
  readonly layout?: 'half' | 'interleaved'
  /** Rows of the tables. @default 512 */
  readonly maxPositions?: number
}

/** Axes in sections, the slow frequencies for columns (Qwen2-VL, arXiv:2409.12191, §2.1): `[2, 1, 1]` gives 0 0 1 2. */
export function sectionedAxes(sections: readonly number[]): number[] {
  return sections.flatMap((count, section) => Array.from({ length: count }, () => section % 3))
}

/** Axes by turns while the sections of rows and columns last, time behind (Qwen3-VL 2025, arXiv:2511.21631, §2): `[2, 1, 1]` gives 0 1 2 0. */
export function interleavedAxes(sections: readonly number[]): number[] {
  const half = sections.reduce((sum, count) => sum + count, 0)
  return Array.from({ length: half }, (_, index) => (index % 3 !== 0 && index < 3 * sections[index % 3]! ? index % 3 : 0))
}

/** Cosines and sines of a rotation by three positions: float32 `[batch, 1, length, size]`. */
export function multiAxisRotary(
  context: GraphContext,
  { positions, size, theta, axes, layout = 'half', maxPositions = 512 }: MultiAxisRotaryOptions,
): RotaryAngles {
  const { graph } = context
  const columns = [0, 1, 2].map((axis) => axes.flatMap((of, index) => (of === axis ? [index] : [])))
  const order = columns.flat()
  const halves = axes.map((_, index) => order.indexOf(index))
  const places = layout === 'half' ? [...halves, ...halves] : halves.flatMap((place) => [place, place])
  return graph.scope('rotary_emb', () => {
    const lookUp = (name: string, f: (angle: number) => number): Value => {
      const parts = columns.flatMap((list, axis) => {
        if (list.length === 0) return []
        const data = Float32Array.from({ length: maxPositions * list.length }, (_, index) =>
          f(Math.floor(index / list.length) * exp((-2 * list[index % list.length]! * log(theta)) / size)),
        )
        const table = context.fixed(`${name}_${axis}`, { type: 'float32', dims: [maxPositions, list.length], data })
        return [graph.node('Gather', [table, graph.node('Gather', [positions, graph.constant('int64', axis)], { axis: 0 })], { axis: 0 })]
      })
      const joined = graph.node('Gather', [graph.node('Concat', parts, { axis: -1 }), graph.constant('int64', places)], { axis: -1 })
      return graph.node('Unsqueeze', [joined, graph.constant('int64', [1])])
    }
    return { cos: lookUp('cos_cached', cos), sin: lookUp('sin_cached', sin) }
  })
}
