import type { Value } from '@vitest-hardware/onnx-graph'
import { encoderType } from '../../architectures/text-encoder-type.ts'
import { add, scaled, slice, squeeze } from '../../blocks/arithmetic.ts'
import { mergeHeads, splitHeads } from '../../blocks/attention.ts'
import { embedding } from '../../blocks/embedding.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { learnedPositions, positionRange } from '../../blocks/position.ts'
import type { GraphContext } from '../../graph-context.ts'
import type { ModelType } from '../../model-type.ts'
import { bertHead, bertLikeConfig, bertLikeSpec, bertSizes, robertaFields, robertaSpec, textPreprocessor } from './encoder-parts.ts'

/** Places on a page, 0 to 1000 in upstream's coordinates. */
const pageSize = 1024

/** Column `index` of boxes `[batch, length, 4]`: left, top, right, bottom. */
const side = (context: GraphContext, bbox: Value, index: number): Value => squeeze(context, slice(context, bbox, 2, index, index + 1), 2)

/** Embeddings of a box: its sides by two tables and its height and width by two more (Xu et al. 2020, arXiv:1912.13318, §2.2). */
function boxParts(context: GraphContext, bbox: Value, size: number): Value[] {
  const { graph } = context
  const table = (name: string) => embedding(context, { name, count: pageSize, size, std: 0.3 })
  const [x, y] = [table('x_position_embeddings'), table('y_position_embeddings')]
  const [left, top, right, bottom] = [0, 1, 2, 3].map((index) => side(context, bbox, index)) as [Value, Value, Value, Value]
  return [
    x.lookup(left),
    y.lookup(top),
    x.lookup(right),
    y.lookup(bottom),
    table('h_position_embeddings').lookup(graph.node('Sub', [bottom, top])),
    table('w_position_embeddings').lookup(graph.node('Sub', [right, left])),
  ]
}

const layoutlmSpec = bertLikeSpec({
  embed: (context, { further }, words) => {
    const [first, ...others] = boxParts(context, further['bbox']!, 32) as [Value, ...Value[]]
    return add(context, words, first, ...others)
  },
})

interface LayoutFlow {
  readonly hidden: Value
  readonly layout: Value
}

/** LiLT's sizes: the layout's channel is narrower by this factor (upstream's `channel_shrink_ratio`). */
const shrink = 2

/**
 * LiLT: a text stream and a narrower layout stream, whose attention scores are added to each other's (Wang et al. 2022, arXiv:2202.13669, §2.2).
 */
function liltLayer(context: GraphContext, { hidden, layout }: LayoutFlow, mask: Value, isLast: boolean): LayoutFlow {
  const { graph } = context
  const [size, heads, headSize, innerSize, narrow] = [32, 4, 8, 64, 32 / shrink]
  const project = (x: Value, name: string, width: number): Value =>
    splitHeads(context, linear(context, x, { name, inputSize: width, outputSize: width }), heads, width / heads)
  const scores = (query: Value, key: Value, head: number): Value =>
    scaled(context, graph.node('MatMul', [query, graph.node('Transpose', [key], { perm: [0, 1, 3, 2] })]), 1 / Math.sqrt(head))
  const self = 'attention.self'
  const byText = scores(project(hidden, `${self}.query`, size), project(hidden, `${self}.key`, size), headSize)
  const byLayout = scores(project(layout, `${self}.layout_query`, narrow), project(layout, `${self}.layout_key`, narrow), headSize / shrink)
  const weights = graph.node('Softmax', [add(context, byText, byLayout, mask)], { axis: -1 })
  const attended = (x: Value, name: string, width: number): Value =>
    mergeHeads(context, graph.node('MatMul', [weights, project(x, name, width)]), width)
  const stream = (x: Value, merged: Value, prefix: string, width: number, inner: number): Value => {
    const norm = (value: Value, name: string): Value => layerNorm(context, value, { name, size: width, epsilon: 1e-5 })
    const output = linear(context, merged, { name: `attention.${prefix}output.dense`, inputSize: width, outputSize: width })
    const middle = norm(add(context, output, x), `attention.${prefix}output.LayerNorm`)
    const names = { up: `${prefix}intermediate.dense`, down: `${prefix}output.dense` }
    return norm(
      add(context, feedForward(context, middle, { names, size: width, innerSize: inner, activation: 'gelu' }), middle),
      `${prefix}output.LayerNorm`,
    )
  }
  return {
    hidden: stream(hidden, attended(hidden, `${self}.value`, size), '', size, innerSize),
    layout: isLast ? layout : stream(layout, attended(layout, `${self}.layout_value`, narrow), 'layout_', narrow, innerSize / shrink),
  }
}

/** The layout's own embeddings: sides of the box next to each other, a dense layer, positions, a norm. */
function layoutStream(context: GraphContext, bbox: Value, ids: Value): Value {
  const { graph } = context
  return graph.scope('layout_embeddings', () => {
    const joined = graph.node('Concat', boxParts(context, bbox, 8), { axis: -1 })
    const narrow = linear(context, joined, { name: 'box_linear_embeddings', inputSize: 48, outputSize: 32 / shrink })
    const placed = learnedPositions(context, {
      name: 'box_position_embeddings',
      count: 514,
      size: 32 / shrink,
      positions: positionRange(context, ids, 2),
    })
    return layerNorm(context, add(context, narrow, placed), { name: 'LayerNorm', size: 32 / shrink, epsilon: 1e-5 })
  })
}

/** Both streams pass the layers; the text's is what the model gives, so the last layer makes no other. */
const liltSpec = bertLikeSpec({
  ...robertaSpec,
  own: (context, { ids, further }) => ({ layout: layoutStream(context, further['bbox']!, ids) }),
  layer(context, x, { mask, own }, index) {
    const flow = own as { layout: Value }
    const next = liltLayer(context, { hidden: x, layout: flow.layout }, mask, index === bertSizes.num_hidden_layers - 1)
    flow.layout = next.layout
    return next.hidden
  },
})

export const modelTypes: readonly ModelType[] = [
  encoderType('layoutlm', {
    config: bertLikeConfig('layoutlm', 'LayoutLMForMaskedLM', { max_2d_position_embeddings: pageSize }),
    spec: layoutlmSpec,
    scope: 'layoutlm',
    prefix: 'LayoutLM',
    tasks: ['fill-mask', 'feature-extraction', 'pretraining', 'text-classification', 'token-classification'],
    masked: bertHead(),
    summary: { kind: 'pooler', scope: 'layoutlm.pooler' },
    pooler: { kind: 'pooler', scope: 'layoutlm.pooler' },
    inputs: { bbox: [4] },
    preprocessor: textPreprocessor('BertTokenizer'),
  }),
  encoderType('lilt', {
    config: bertLikeConfig('lilt', 'LiltModel', { ...robertaFields, channel_shrink_ratio: shrink, max_2d_position_embeddings: pageSize }),
    spec: liltSpec,
    scope: 'lilt',
    prefix: 'Lilt',
    tasks: ['feature-extraction', 'text-classification', 'question-answering', 'token-classification'],
    summary: { kind: 'dense', activation: 'tanh' },
    pooler: { kind: 'pooler', scope: 'lilt.pooler' },
    inputs: { bbox: [4] },
    preprocessor: textPreprocessor('RobertaTokenizer'),
  }),
]
