import type { Value } from '@vitest-hardware/onnx-graph'
import { activate } from '../blocks/activation.ts'
import { attention } from '../blocks/attention.ts'
import { linear } from '../blocks/linear.ts'
import { layerNorm } from '../blocks/norm.ts'
import type { GraphContext } from '../graph-context.ts'

export interface QueryFormerSpec {
  readonly size: number
  readonly layers: number
  readonly heads: number
  readonly innerSize: number
  readonly epsilon: number
  /** Size of what the queries read. */
  readonly sourceSize: number
  /** Every how many layers the queries read it. */
  readonly crossEvery: number
}

export interface QueryFormerInputs {
  /** Embedded queries and, behind them, the embedded text: `[batch, queries + length, size]`. */
  readonly embedded: Value
  readonly queries: number
  /** Whether a text stands behind the queries. */
  readonly hasText: boolean
  /** Additive, over queries and text. */
  readonly masks: readonly Value[]
  /** `[batch, patches, sourceSize]` */
  readonly source: Value
}

const names = { query: 'attention.query', key: 'attention.key', value: 'attention.value', output: 'output.dense' }

/**
 * BLIP-2's Q-Former (Li et al. 2023, arXiv:2301.12597, §3.1), BERT's post-norm layers: queries and text attend to each other, the queries alone to the image,
 * and each has a feed-forward network of its own: `[batch, queries, size]`. What the last layer makes of the text is used by nobody and left out.
 */
export function queryFormer(
  context: GraphContext,
  { embedded, queries, hasText, masks, source }: QueryFormerInputs,
  spec: QueryFormerSpec,
): Value {
  const { graph } = context
  const { size, heads, epsilon } = spec
  const attend = (name: string, x: Value, biases: readonly Value[], other?: { source: Value; sourceSize: number }): Value =>
    graph.scope(name, () => {
      const seen = attention(context, x, { size, heads, names, biases, ...other })
      return layerNorm(context, graph.node('Add', [seen, x]), { name: 'output.LayerNorm', size, epsilon })
    })
  let x = embedded
  for (let layer = 0; layer < spec.layers; layer++) {
    x = graph.scope(`encoder.layer.${layer}`, () => {
      const mixed = attend('attention', x, masks)
      const asking = hasText ? part(context, mixed, 0, queries) : mixed
      const looked = layer % spec.crossEvery === 0 ? attend('crossattention', asking, [], { source, sourceSize: spec.sourceSize }) : asking
      const answers = feed(context, looked, spec, '_query')
      if (!hasText || layer === spec.layers - 1) return answers
      const text = part(context, mixed, queries, Number.MAX_SAFE_INTEGER)
      return graph.node('Concat', [answers, feed(context, text, spec, '')], { axis: 1 })
    })
  }
  return x
}

/** Tokens from `start` up to `end`. */
function part(context: GraphContext, x: Value, start: number, end: number): Value {
  const { graph } = context
  return graph.node('Slice', [x, ...[start, end, 1].map((value) => graph.constant('int64', [value]))])
}

function feed(context: GraphContext, x: Value, { size, innerSize, epsilon }: QueryFormerSpec, suffix: string): Value {
  const { graph } = context
  const inner = activate(
    context,
    linear(context, x, { name: `intermediate${suffix}.dense`, inputSize: size, outputSize: innerSize }),
    'gelu',
  )
  return graph.scope(`output${suffix}`, () => {
    const out = linear(context, inner, { name: 'dense', inputSize: innerSize, outputSize: size })
    return layerNorm(context, graph.node('Add', [out, x]), { name: 'LayerNorm', size, epsilon })
  })
}
