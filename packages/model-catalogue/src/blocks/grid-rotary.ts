import type { Value } from '@vitest-hardware/onnx-graph'
import { cos, exp, log, sin } from '../exact-math.ts'
import type { GraphContext } from '../graph-context.ts'
import type { RotaryAngles } from './rotary-position.ts'

/** Row and column of each patch of an image, int64 `[patches]`. */
export interface GridPlaces {
  readonly rows: Value
  readonly columns: Value
}

export interface GridRotaryOptions extends GridPlaces {
  /** Elements of each head. */
  readonly size: number
  /** @default 10000 */
  readonly theta?: number
  /**
   * Which of the frequencies rows and columns turn by: `shared`, the same quarter for both, as in Qwen2-VL (arXiv:2409.12191, §2.1);
   * `alternating`, even ones for rows and odd ones for columns, as in Pixtral (arXiv:2410.07073, §2.1). @default 'shared'
   */
  readonly frequencies?: 'shared' | 'alternating'
  /** Rows and columns of the largest image, in patches. @default 64 */
  readonly side?: number
}

/** Frequencies that rows and columns turn by, `size / 4` each. */
export function gridFrequencies(
  size: number,
  theta: number,
  kind: 'shared' | 'alternating',
): { readonly rows: number[]; readonly columns: number[] } {
  const quarter = size / 4
  const power = (index: number, of: number): number => exp((-2 * index * log(theta)) / of)
  const take = (start: number): number[] =>
    Array.from({ length: quarter }, (_, index) => (kind === 'shared' ? power(index, size / 2) : power(2 * index + start, size)))
  return { rows: take(0), columns: take(1) }
}

/** Rotary angles in two dimensions: the first half of each half-head turns by the patch's row, the second by its column: `[1, 1, patches, size]`. */
export function gridRotary(
  context: GraphContext,
  { rows, columns, size, theta = 10_000, frequencies = 'shared', side = 64 }: GridRotaryOptions,
): RotaryAngles {
  const { graph } = context
  const waves = gridFrequencies(size, theta, frequencies)
  return graph.scope('rotary_pos_emb', () => {
    const table = (name: string, list: readonly number[], f: (angle: number) => number): Value => {
      const data = Float32Array.from({ length: side * list.length }, (_, index) =>
        f(Math.floor(index / list.length) * list[index % list.length]!),
      )
      return context.fixed(name, { type: 'float32', dims: [side, list.length], data })
    }
    const lookUp = (name: string, f: (angle: number) => number): Value => {
      const byRow = graph.node('Gather', [table(`${name}_rows`, waves.rows, f), rows], { axis: 0 })
      const byColumn = graph.node('Gather', [table(`${name}_columns`, waves.columns, f), columns], { axis: 0 })
      const both = graph.node('Concat', [byRow, byColumn, byRow, byColumn], { axis: -1 })
      return graph.node('Unsqueeze', [both, graph.constant('int64', [0, 1])])
    }
    return { cos: lookUp('cos', cos), sin: lookUp('sin', sin) }
  })
}

/** Places of the patches of a `side × side` image, row by row, as constants. */
export function squarePlaces(context: GraphContext, side: number): GridPlaces {
  const places = Array.from({ length: side * side }, (_, index) => index)
  return {
    rows: context.graph.constant(
      'int64',
      places.map((index) => Math.floor(index / side)),
    ),
    columns: context.graph.constant(
      'int64',
      places.map((index) => index % side),
    ),
  }
}
