import type { Value } from '@vitest-hardware/onnx-graph'
import { add, slice, unsqueeze } from '../../blocks/arithmetic.ts'
import { dotProductAttention, splitHeads } from '../../blocks/attention.ts'
import { length } from '../../blocks/attention-mask.ts'
import { embedding, tiedHead } from '../../blocks/embedding.ts'
import { gatedFeedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { rmsNorm } from '../../blocks/norm.ts'
import { relativeBucket } from '../../blocks/relative-position-bias.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, idsInput, sequence } from '../../graphs/text-inputs.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'

const config = {
  model_type: 'cpmant',
  architectures: ['CpmAntForCausalLM'],
  vocab_size: vocabularySize,
  hidden_size: 32,
  num_attention_heads: 4,
  dim_head: 8,
  dim_ff: 64,
  num_hidden_layers: 2,
  position_bias_num_buckets: 8,
  position_bias_max_distance: 20,
  eps: 1e-6,
  prompt_types: 3,
  prompt_length: 4,
  segment_types: 3,
} as const

const { hidden_size: size, num_attention_heads: heads, dim_head: headSize, prompt_length: prompt, segment_types: segments } = config
const { position_bias_num_buckets: buckets, position_bias_max_distance: maxDistance } = config
const tokens = config.vocab_size + config.prompt_types * prompt
/** The segment of text; a prompt's is 0. */
const textSegment = 2
const norm = (context: GraphContext, x: Value, name: string): Value => rmsNorm(context, x, { name, size, epsilon: config.eps })

/**
 * A bias for each head by distance within a segment and by the pair of segments between two: float32 `[heads, length, length]`
 * (upstream's `CpmAntSegmentPositionEmbedding`). Texts follow one prompt here, so that a token's segment follows from its place.
 */
function segmentBias(context: GraphContext, positions: Value, segment: Value): Value {
  const { graph } = context
  return graph.scope('position_bias', () => {
    const distance = graph.node('Sub', [positions, unsqueeze(context, positions, 1)])
    const clipped = graph.node('Min', [
      graph.node('Max', [distance, graph.constant('int64', -maxDistance)]),
      graph.constant('int64', maxDistance),
    ])
    const table = BigInt64Array.from({ length: 2 * maxDistance + 1 }, (_, index) =>
      BigInt(relativeBucket(index - maxDistance, { buckets, maxDistance, bidirectional: true })),
    )
    const within = graph.node('Gather', [
      context.fixed('buckets', { type: 'int64', dims: [table.length], data: table }),
      graph.node('Add', [clipped, graph.constant('int64', maxDistance)]),
    ])
    const rows = unsqueeze(context, segment, 1)
    const between = add(context, graph.node('Mul', [segment, graph.constant('int64', segments)]), rows, graph.constant('int64', buckets))
    const bucket = graph.node('Where', [graph.node('Equal', [segment, rows]), within, between])
    const weight = context.weight('relative_attention_bias', [segments * segments + buckets, heads], { std: 1 })
    return graph.node('Transpose', [graph.node('Gather', [weight, bucket])], { perm: [2, 0, 1] })
  })
}

/** What stands behind the padding on the left, as upstream counts it from the end: additive `[batch, 1, 1, length]`. */
function paddingOnTheLeft(context: GraphContext, ids: Value, total: Value): Value {
  const { graph } = context
  const isToken = graph.node('Cast', [graph.node('Not', [graph.node('Equal', [ids, graph.constant('int64', 0)])])], { to: 7 })
  const count = graph.node('ReduceSum', [isToken, graph.constant('int64', [1])], { keepdims: 1 })
  const text = length(context, ids)
  const fromEnd = graph.node('Sub', [
    graph.node('Sub', [text, graph.constant('int64', 1)]),
    graph.node('Range', [graph.constant('int64', 0), text, graph.constant('int64', 1)]),
  ])
  const isSeen = graph.node('Less', [fromEnd, count])
  const closed = graph.node('Where', [isSeen, graph.constant('float32', 0), graph.constant('float32', -3.4028234663852886e38)])
  const padded = graph.node('Pad', [
    closed,
    graph.node(
      'Concat',
      [
        graph.constant('int64', [0]),
        graph.node('Sub', [unsqueeze(context, total, 0), unsqueeze(context, text, 0)]),
        graph.constant('int64', [0, 0]),
      ],
      { axis: 0 },
    ),
  ])
  return unsqueeze(context, padded, 1, 2)
}

function layer(context: GraphContext, x: Value, biases: readonly Value[]): Value {
  const { graph } = context
  const attended = graph.scope('self_att', () => {
    const normed = norm(context, x, 'layernorm_before_attention')
    return graph.scope('self_attention', () => {
      const project = (name: string): Value =>
        splitHeads(context, linear(context, normed, { name, inputSize: size, outputSize: heads * headSize, bias: false }), heads, headSize)
      const merged = dotProductAttention(context, {
        query: project('project_q'),
        key: project('project_k'),
        value: project('project_v'),
        scale: 1 / Math.sqrt(headSize),
        biases,
        size: heads * headSize,
      })
      return linear(context, merged, { name: 'attention_out', inputSize: heads * headSize, outputSize: size, bias: false })
    })
  })
  const middle = add(context, x, attended)
  const fed = graph.scope('ffn', () => {
    const normed = norm(context, middle, 'layernorm_before_ffn')
    const names = { gate: 'w_in.w_0', up: 'w_in.w_1', down: 'w_out' }
    return graph.scope('ffn', () =>
      gatedFeedForward(context, normed, { names, size, innerSize: config.dim_ff, activation: 'gelu', bias: false }),
    )
  })
  return add(context, middle, fed)
}

/** A learned prompt before the text, both seen as context: `[batch, length, size]` of the text. */
function hiddenState(context: GraphContext): { readonly hidden: Value; readonly words: Value } {
  const { graph } = context
  const ids = idsInput(context, 'input_ids')
  return graph.scope('cpmant', () => {
    const start = config.vocab_size + 2 * prompt
    const own = graph.constant(
      'int64',
      Array.from({ length: prompt }, (_, index) => start + index),
    )
    const count = graph.node('Shape', [ids], { start: 0, end: 1 })
    const prompts = graph.node('Expand', [
      unsqueeze(context, own, 0),
      graph.node('Concat', [count, graph.constant('int64', [prompt])], { axis: 0 }),
    ])
    const all = graph.node('Concat', [prompts, ids], { axis: 1 })
    const total = length(context, all)
    const positions = graph.node('Range', [graph.constant('int64', 0), total, graph.constant('int64', 1)])
    const isText = graph.node('Cast', [graph.node('GreaterOrEqual', [positions, graph.constant('int64', prompt)])], { to: 7 })
    const segment = graph.node('Mul', [isText, graph.constant('int64', textSegment)])
    const words = embedding(context, { name: 'input_embedding', count: tokens, size })
    const kinds = embedding(context, { name: 'segment_embedding', count: segments, size, std: 0.5 })
    const biases = [segmentBias(context, positions, segment), paddingOnTheLeft(context, ids, total)]
    const hidden = graph.scope('encoder', () => {
      let x = add(context, words.lookup(all), kinds.lookup(segment))
      for (let index = 0; index < config.num_hidden_layers; index++) x = graph.scope(`layers.${index}`, () => layer(context, x, biases))
      return norm(context, x, 'output_layernorm')
    })
    return { hidden: slice(context, hidden, 1, prompt), words: words.weight }
  })
}

function bare(context: GraphContext): void {
  context.graph.output('last_hidden_state', hiddenState(context).hidden, 'float32', [batch, sequence, size])
}

function languageModel(context: GraphContext): void {
  const { hidden, words } = hiddenState(context)
  context.graph.output('logits', tiedHead(context, hidden, words), 'float32', [batch, sequence, tokens])
}

export const modelTypes: readonly ModelType[] = [
  {
    type: 'cpmant',
    tasks: ['text-generation', 'feature-extraction'],
    config,
    preprocessor: { kind: 'none' },
    graphs: [{ name: 'model', build: languageModel }],
    heads: { 'feature-extraction': { architecture: 'CpmAntModel', graphs: [{ name: 'model', build: bare }] } },
    transformersJs: null,
    note: 'a learned prompt before the text, biases by distance and by segment, padding on the left, everything seen as context; no tokenizer here cuts Chinese by words as its own does; Transformers.js 4.3 has no class for cpmant',
  },
]
