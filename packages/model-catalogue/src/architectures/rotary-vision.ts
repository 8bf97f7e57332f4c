import type { Value } from '@vitest-hardware/onnx-graph'
import { gridFrequencies } from '../blocks/grid-rotary.ts'
import { applyRotary } from '../blocks/rotary-position.ts'
import { cos, exp, log, sin } from '../exact-math.ts'
import type { GraphContext } from '../graph-context.ts'

/** Tables `[1, 1, patches, size]` of a square's patches; each half turns by the same angles. */
function tables(context: GraphContext, side: number, size: number, angle: (patch: number, index: number) => number): [Value, Value] {
  const half = size / 2
  const make = (name: string, f: (angle: number) => number): Value => {
    const data = Float32Array.from({ length: side * side * size }, (_, index) => f(angle(Math.floor(index / size), (index % size) % half)))
    return context.fixed(name, { type: 'float32', dims: [1, 1, side * side, size], data })
  }
  return [make('rope_embeddings.cos', cos), make('rope_embeddings.sin', sin)]
}

export interface CentreRotationOptions {
  /** Patches along one side. */
  readonly side: number
  /** Elements of each head. */
  readonly size: number
  readonly theta: number
  /** Tokens before the patches, which are not turned. */
  readonly prefix: number
}

/**
 * DINOv3's rotation (Siméoni et al. 2025, arXiv:2508.10104, §3.2): angles 2π·place/θ^(4i/size) by the row, then by the column, of the patch's centre,
 * both from -1 to 1 across the image; the tokens before the patches stay as they are.
 */
export function centreRotation({ side, size, theta, prefix }: CentreRotationOptions): (context: GraphContext, head: Value) => Value {
  const quarter = size / 4
  const angle = (patch: number, index: number): number => {
    const place = index < quarter ? Math.floor(patch / side) : patch % side
    return 2 * Math.PI * ((2 * (place + 0.5)) / side - 1) * exp(((-4 * (index % quarter)) / size) * log(theta))
  }
  const made = new WeakMap<GraphContext, [Value, Value]>()
  return (context, head) => {
    const { graph } = context
    const known = made.get(context) ?? tables(context, side, size, angle)
    made.set(context, known)
    const [first, patches] = graph.nodes('Split', [head, graph.constant('int64', [prefix, side * side])], { axis: 2 }, { outputs: 2 }) as [
      Value,
      Value,
    ]
    return graph.node('Concat', [first, applyRotary(context, patches, { cos: known[0], sin: known[1] })], { axis: 2 })
  }
}

export interface ClassRotationOptions {
  readonly side: number
  readonly size: number
  /** Learned angles of the class token, `[1, size / 2]`, by their full weight name. */
  readonly classAngles: string
}

/** MLCD's rotation (An et al. 2024, arXiv:2407.17331): Qwen2-VL's by row and column for patches, learned angles for the class token. */
export function classRotation({
  side,
  size,
  classAngles,
}: ClassRotationOptions): (context: GraphContext) => { readonly cos: Value; readonly sin: Value } {
  const waves = gridFrequencies(size, 10_000, 'shared')
  const quarter = size / 4
  return (context) => {
    const { graph } = context
    const [cosine, sine] = tables(context, side, size, (patch, index) =>
      index < quarter ? Math.floor(patch / side) * waves.rows[index]! : (patch % side) * waves.columns[index - quarter]!,
    )
    const learned = context.weight(classAngles, [1, size / 2], { std: 1 })
    const both = graph.node('Unsqueeze', [graph.node('Concat', [learned, learned], { axis: -1 }), graph.constant('int64', [0, 1])])
    const join = (operator: string, table: Value): Value => graph.node('Concat', [graph.node(operator, [both]), table], { axis: 2 })
    return { cos: join('Cos', cosine), sin: join('Sin', sine) }
  }
}
