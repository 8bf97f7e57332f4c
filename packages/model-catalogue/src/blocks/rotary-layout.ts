import type { Value } from '@vitest-hardware/onnx-graph'
import { cos, exp, log, sin } from '../exact-math.ts'
import type { GraphContext } from '../graph-context.ts'
import { applyRotary, type RotaryAngles, rotaryAngles } from './rotary-position.ts'

/**
 * Which elements turn together: `half` element i with i + size/2 (GPT-NeoX, Llama); `interleaved` neighbours 2i and 2i + 1 (the paper, GPT-J);
 * `deinterleaved` neighbours too, but the answer holds all first ones before all second ones (DeepSeek-V3).
 */
export type RotaryLayout = 'half' | 'interleaved' | 'deinterleaved'

export interface RotarySpec {
  /** Elements of each head that are rotated: the first ones; fewer than the head has is partial rotation (GPT-J, §2 of arXiv:2204.06745). */
  readonly size: number
  /** @default 10000 */
  readonly theta?: number
  /** @default 'half' */
  readonly layout?: RotaryLayout
  /** Rows of the tables: the longest sequence. @default 512 */
  readonly maxPositions?: number
  /** Upstream's module name, where layers have several. @default 'rotary_emb' */
  readonly name?: string
  /** Radians a step of each pair. @default θ^(-2i/size) */
  readonly frequencies?: readonly number[]
  /** On cosines and sines, as YaRN has it (Peng et al. 2023, arXiv:2309.00071, §3.4). @default 1 */
  readonly factor?: number
}

/** Cosines and sines for {@link rotate}, looked up at int64 positions `[batch or 1, length]`. */
export function anglesOf(context: GraphContext, positions: Value, spec: RotarySpec): RotaryAngles {
  const { size, theta = 10_000, layout = 'half', maxPositions = 512, name = 'rotary_emb', frequencies, factor = 1 } = spec
  if (layout === 'half' && frequencies === undefined && factor === 1 && name === 'rotary_emb') {
    return rotaryAngles(context, { positions, size, theta, maxPositions })
  }
  const { graph } = context
  const half = size / 2
  const steps = frequencies ?? defaultFrequencies(size, theta)
  const pairOf = (column: number): number => (layout === 'interleaved' ? Math.floor(column / 2) : column % half)
  return graph.scope(name, () => {
    const lookUp = (table: string, f: (angle: number) => number): Value => {
      const data = Float32Array.from(
        { length: maxPositions * size },
        (_, index) => factor * f(Math.floor(index / size) * steps[pairOf(index % size)]!),
      )
      const rows = graph.node('Gather', [context.fixed(table, { type: 'float32', dims: [maxPositions, size], data }), positions], {
        axis: 0,
      })
      return graph.node('Unsqueeze', [rows, graph.constant('int64', [1])])
    }
    return { cos: lookUp('cos_cached', cos), sin: lookUp('sin_cached', sin) }
  })
}

/** θ^(-2i/size) for each pair i. */
export function defaultFrequencies(size: number, theta: number): number[] {
  return Array.from({ length: size / 2 }, (_, index) => exp((-2 * index * log(theta)) / size))
}

/** Rotates the first `spec.size` elements of queries or keys `[batch, heads, length, headSize]`; the others pass. */
export function rotate(context: GraphContext, x: Value, angles: RotaryAngles, spec: RotarySpec, headSize: number): Value {
  if (spec.size === headSize) return turn(context, x, angles, spec)
  const { graph } = context
  const [turned, kept] = graph.nodes(
    'Split',
    [x, graph.constant('int64', [spec.size, headSize - spec.size])],
    { axis: -1 },
    { outputs: 2 },
  ) as [Value, Value]
  return graph.node('Concat', [turn(context, turned, angles, spec), kept], { axis: -1 })
}

function turn(context: GraphContext, x: Value, angles: RotaryAngles, { layout = 'half' }: RotarySpec): Value {
  const { graph } = context
  if (layout === 'half') return applyRotary(context, x, angles)
  const every = (start: number): Value =>
    graph.node('Slice', [x, ...[start, Number.MAX_SAFE_INTEGER, -1, 2].map((value) => graph.constant('int64', [value]))])
  const [first, second] = [every(0), every(1)]
  if (layout === 'deinterleaved') return applyRotary(context, graph.node('Concat', [first, second], { axis: -1 }), angles)
  const column = (value: Value): Value => graph.node('Unsqueeze', [value, graph.constant('int64', [-1])])
  const pairs = graph.node('Concat', [column(graph.node('Neg', [second])), column(first)], { axis: -1 })
  const swapped = graph.node('Reshape', [pairs, graph.constant('int64', [0, 0, 0, -1])])
  return graph.node('Add', [graph.node('Mul', [x, angles.cos]), graph.node('Mul', [swapped, angles.sin])])
}
