import type { Value } from '@vitest-hardware/onnx-graph'
import { encoderType } from '../../architectures/text-encoder-type.ts'
import type { TextEncoderSpec } from '../../architectures/text-encoder.ts'
import { add, scaled } from '../../blocks/arithmetic.ts'
import { mergeHeads, splitHeads } from '../../blocks/attention.ts'
import { length } from '../../blocks/attention-mask.ts'
import { linear } from '../../blocks/linear.ts'
import type { GraphContext } from '../../graph-context.ts'
import type { ModelType } from '../../model-type.ts'
import { bertHead, bertLikeConfig, bertLikeSpec, maskedByTransformersJs, textPreprocessor } from './encoder-parts.ts'

const [size, heads, headSize, span] = [32, 4, 8, 8]

/** Query position - key position, clipped to -span … span - 1 and counted from 0: int64 `[length, length]`. */
function offsets(context: GraphContext, ids: Value): Value {
  const { graph } = context
  const positions = graph.node('Range', [graph.constant('int64', 0), length(context, ids), graph.constant('int64', 1)])
  const distance = graph.node('Sub', [graph.node('Unsqueeze', [positions, graph.constant('int64', [1])]), positions])
  const shifted = graph.node('Add', [distance, graph.constant('int64', span)])
  return graph.node('Min', [graph.node('Max', [shifted, graph.constant('int64', 0)]), graph.constant('int64', 2 * span - 1)])
}

interface Places {
  /** int64 `[length, length]` */
  readonly offsets: Value
  /** float32 `[1, 2·span, size]` */
  readonly relative: Value
}

/** One table for all layers. */
function relativeEmbeddings(context: GraphContext): Value {
  const { graph } = context
  const weight = graph.scope('encoder.rel_embeddings', () => context.weight('weight', [2 * span, size], { std: 1 }))
  return graph.node('Unsqueeze', [weight, graph.constant('int64', [0])])
}

/**
 * DeBERTa's first attention: one projection without bias for queries, keys and values, biases of queries and values apart, and projections of their own
 * for the relative positions (He et al. 2021, arXiv:2006.03654, §3.1; scaled by √(3·headSize)).
 */
function attend(context: GraphContext, x: Value, mask: Value, { offsets: places, relative }: Places): Value {
  const { graph } = context
  const joined = splitHeads(
    context,
    linear(context, x, { name: 'attention.self.in_proj', inputSize: size, outputSize: 3 * size, bias: false }),
    heads,
    3 * headSize,
  )
  const [q, k, v] = graph.nodes('Split', [joined], { axis: 3, num_outputs: 3 }, { outputs: 3 }) as [Value, Value, Value]
  const biased = (value: Value, name: string): Value =>
    add(
      context,
      value,
      graph.node('Reshape', [context.weight(`attention.self.${name}`, [size]), graph.constant('int64', [1, heads, 1, headSize])]),
    )
  const scale = 1 / Math.sqrt(3 * headSize)
  const query = scaled(context, biased(q, 'q_bias'), scale)
  const value = biased(v, 'v_bias')
  const turned = (matrix: Value): Value => graph.node('Transpose', [matrix], { perm: [0, 1, 3, 2] })
  const place = (name: string, bias: boolean): Value =>
    splitHeads(
      context,
      linear(context, relative, { name: `attention.self.${name}`, inputSize: size, outputSize: size, bias }),
      heads,
      headSize,
    )
  const pick = (scores: Value): Value => {
    const leading = graph.node('Shape', [scores], { start: 0, end: 2 })
    return graph.node(
      'GatherElements',
      [scores, graph.node('Expand', [places, graph.node('Concat', [leading, graph.node('Shape', [places])], { axis: 0 })])],
      { axis: 3 },
    )
  }
  const contentToPlace = pick(graph.node('MatMul', [query, turned(place('pos_proj', false))]))
  const placeToContent = turned(pick(graph.node('MatMul', [k, turned(scaled(context, place('pos_q_proj', true), scale))])))
  const scores = add(context, graph.node('MatMul', [query, turned(k)]), contentToPlace, placeToContent, mask)
  const merged = mergeHeads(context, graph.node('MatMul', [graph.node('Softmax', [scores], { axis: -1 }), value]), size)
  return linear(context, merged, { name: 'attention.output.dense', inputSize: size, outputSize: size })
}

const spec: TextEncoderSpec = bertLikeSpec({
  tokenTypes: 0,
  positions: 'none',
  epsilon: 1e-7,
  own: (context, { ids }): Places => ({ offsets: offsets(context, ids), relative: relativeEmbeddings(context) }),
  attend: (context, x, { mask, own }) => attend(context, x, mask, own as Places),
})

export const modelTypes: readonly ModelType[] = [
  encoderType('deberta', {
    config: bertLikeConfig('deberta', 'DebertaForMaskedLM', {
      type_vocab_size: 0,
      layer_norm_eps: 1e-7,
      relative_attention: true,
      max_relative_positions: span,
      pos_att_type: ['c2p', 'p2c'],
      position_biased_input: false,
      pooler_hidden_act: 'gelu',
      legacy: true,
    }),
    spec,
    scope: 'deberta',
    prefix: 'Deberta',
    tasks: [
      'fill-mask',
      'feature-extraction',
      'pretraining',
      'text-classification',
      'question-answering',
      'token-classification',
      'text-encoding',
    ],
    masked: bertHead({ epsilon: 1e-7 }),
    summary: { kind: 'pooler', scope: 'pooler', activation: 'gelu' },
    preprocessor: textPreprocessor('RobertaTokenizer'),
    transformersJs: maskedByTransformersJs('DebertaForMaskedLM'),
  }),
]
