import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'
import { linear } from './linear.ts'

/** Height and width of a level's grid, in cells. */
export interface LevelSize {
  readonly height: number
  readonly width: number
}

export interface DeformableOptions {
  readonly size: number
  readonly heads: number
  readonly points: number
  readonly levels: readonly LevelSize[]
  /** Number of queries, which is fixed. */
  readonly queries: number
  /** `[batch, queries, size]`, places added. */
  readonly query: Value
  /** All levels' cells behind each other, `[batch, cells, size]`. */
  readonly source: Value
  /** Shares of the image between 0 and 1 that each query looks around, for each level: `[batch, queries, levels, 2]`, or boxes `[…, 4]`. */
  readonly reference: Value
  readonly referenceSize: 2 | 4
  /** float32 `[batch, cells, 1]`, 0 for cells outside the image. @default all are inside */
  readonly shown?: Value
}

/**
 * Multi-scale deformable attention (Zhu et al. 2021, arXiv:2010.04159, equation 3): each query reads a few places around its reference in every level, between cells
 * bilinearly, and weighs them without keys: `[batch, queries, size]`.
 */
export function deformableAttention(context: GraphContext, options: DeformableOptions): Value {
  const { graph } = context
  const { size, heads, points, levels, queries, query, referenceSize } = options
  const headSize = size / heads
  const shape = (x: Value, ...dims: number[]): Value => graph.node('Reshape', [x, graph.constant('int64', dims)])
  const value = linear(context, options.source, { name: 'value_proj', inputSize: size, outputSize: size })
  const kept = options.shown === undefined ? value : graph.node('Mul', [value, options.shown])
  const count = heads * levels.length * points
  const offsets = shape(
    linear(context, query, { name: 'sampling_offsets', inputSize: size, outputSize: 2 * count }),
    0,
    queries,
    heads,
    levels.length,
    points,
    2,
  )
  const flat = shape(
    linear(context, query, { name: 'attention_weights', inputSize: size, outputSize: count }),
    0,
    queries,
    heads,
    levels.length * points,
  )
  const weights = graph.node('Softmax', [flat], { axis: -1 })
  const places = graph.node('Add', [
    graph.node('Unsqueeze', [slicePart(context, options.reference, 0, 2), graph.constant('int64', [2, 4])]),
    referenceSize === 2 ? byCells(context, offsets, levels) : byBoxes(context, offsets, options),
  ])
  const grids = graph.node('Sub', [graph.node('Mul', [places, graph.constant('float32', 2)]), graph.constant('float32', 1)])
  const perLevel = graph.nodes('Split', [grids], { axis: 3, num_outputs: levels.length }, { outputs: levels.length })
  const cells = graph.nodes(
    'Split',
    [
      kept,
      graph.constant(
        'int64',
        levels.map(({ height, width }) => height * width),
      ),
    ],
    { axis: 1 },
    { outputs: levels.length },
  )
  const seen = levels.map(({ height, width }, level) => {
    // [batch·heads, headSize, height, width]
    const map = shape(graph.node('Transpose', [cells[level]!], { perm: [0, 2, 1] }), -1, headSize, height, width)
    const own = graph.node('Transpose', [shape(perLevel[level]!, 0, queries, heads, points, 2)], { perm: [0, 2, 1, 3, 4] })
    return graph.node('GridSample', [map, shape(own, -1, queries, points, 2)], { mode: 'linear', padding_mode: 'zeros', align_corners: 0 })
  })
  // [batch·heads, headSize, queries, levels·points]
  const samples = levels.length === 1 ? seen[0]! : graph.node('Concat', seen, { axis: 3 })
  const shares = shape(graph.node('Transpose', [weights], { perm: [0, 2, 1, 3] }), -1, 1, queries, levels.length * points)
  const summed = graph.node('ReduceSum', [graph.node('Mul', [samples, shares]), graph.constant('int64', [3])], { keepdims: 0 })
  const merged = graph.node('Transpose', [shape(summed, -1, size, queries)], { perm: [0, 2, 1] })
  return linear(context, merged, { name: 'output_proj', inputSize: size, outputSize: size })
}

/** Offsets count cells of their level. */
function byCells(context: GraphContext, offsets: Value, levels: readonly LevelSize[]): Value {
  const sides = context.graph.weight('level_sides', {
    type: 'float32',
    dims: [levels.length, 1, 2],
    data: Float32Array.from(levels.flatMap(({ height, width }) => [width, height])),
  })
  return context.graph.node('Div', [offsets, sides])
}

/** Offsets count halves of the reference box. */
function byBoxes(context: GraphContext, offsets: Value, { points, reference }: DeformableOptions): Value {
  const { graph } = context
  const sides = graph.node('Unsqueeze', [slicePart(context, reference, 2, 4), graph.constant('int64', [2, 4])])
  return graph.node('Mul', [graph.node('Mul', [offsets, graph.constant('float32', 0.5 / points)]), sides])
}

function slicePart(context: GraphContext, x: Value, start: number, end: number): Value {
  return context.graph.node('Slice', [x, ...[start, end, -1].map((value) => context.graph.constant('int64', [value]))])
}

/**
 * The middle of every cell of every level as shares of what the mask shows: `[batch, cells, levels, 2]` (upstream's `get_reference_points`).
 * @param ratios shares of width and height that are shown, `[batch, levels, 2]`
 */
export function cellReferences(context: GraphContext, levels: readonly LevelSize[], ratios: Value): Value {
  const { graph } = context
  const places = levels.map(({ height, width }, level) => {
    const data = Float32Array.from({ length: height * width * 2 }, (_, index) => {
      const cell = Math.floor(index / 2)
      return index % 2 === 0 ? ((cell % width) + 0.5) / width : (Math.floor(cell / width) + 0.5) / height
    })
    const middle = graph.weight(`cell_middles_${level}`, { type: 'float32', dims: [1, height * width, 2], data })
    const own = graph.node('Slice', [ratios, ...[level, level + 1, 1].map((value) => graph.constant('int64', [value]))])
    return graph.node('Div', [middle, own])
  })
  const all = places.length === 1 ? places[0]! : graph.node('Concat', places, { axis: 1 })
  return graph.node('Mul', [
    graph.node('Unsqueeze', [all, graph.constant('int64', [2])]),
    graph.node('Unsqueeze', [ratios, graph.constant('int64', [1])]),
  ])
}
