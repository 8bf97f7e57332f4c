import type { Value } from '@vitest-hardware/onnx-graph'
import { bertLayerNames, type TextEncoderSpec } from '../../architectures/text-encoder.ts'
import { encoderType } from '../../architectures/text-encoder-type.ts'
import { activate } from '../../blocks/activation.ts'
import { add, slice } from '../../blocks/arithmetic.ts'
import { dotProductAttention, splitHeads } from '../../blocks/attention.ts'
import { linear } from '../../blocks/linear.ts'
import type { GraphContext } from '../../graph-context.ts'
import type { ModelType } from '../../model-type.ts'
import { bertHead, bertLikeConfig, bertLikeSpec, maskedByTransformersJs, textPreprocessor, usualTasks } from './encoder-parts.ts'

const [size, narrow, heads, innerSize, networks, embeddingSize] = [32, 16, 4, 24, 2, 16]

/** Weight and bias element by element: what stands for layer norm here (Sun et al. 2020, arXiv:2004.02984, §3.4). */
function noNorm(context: GraphContext, x: Value, name: string, width: number): Value {
  const { graph } = context
  return graph.scope(name, () =>
    add(context, graph.node('Mul', [x, context.weight('weight', [width], { mean: 1 })]), context.weight('bias', [width])),
  )
}

/** A dense layer to `outputSize` and its norm, with what is added before the norm. */
function dense(
  context: GraphContext,
  x: Value,
  names: readonly [string, string],
  inputSize: number,
  outputSize: number,
  residual?: Value,
): Value {
  const projected = linear(context, x, { name: names[0], inputSize, outputSize })
  return noNorm(context, residual === undefined ? projected : add(context, projected, residual), names[1], outputSize)
}

/**
 * A layer within a bottleneck: queries and keys from one narrow projection, values from the whole width, several small feed-forward networks, and a projection back
 * (arXiv:2004.02984, §3.1 and 3.2).
 */
function bottleneckLayer(context: GraphContext, x: Value, mask: Value): Value {
  const { graph } = context
  const shared = dense(context, x, ['bottleneck.attention.dense', 'bottleneck.attention.LayerNorm'], size, narrow)
  const inside = dense(context, x, ['bottleneck.input.dense', 'bottleneck.input.LayerNorm'], size, narrow)
  const project = (value: Value, name: string, inputSize: number): Value =>
    splitHeads(context, linear(context, value, { name: `attention.self.${name}`, inputSize, outputSize: narrow }), heads, narrow / heads)
  const merged = dotProductAttention(context, {
    query: project(shared, 'query', narrow),
    key: project(shared, 'key', narrow),
    value: project(x, 'value', size),
    scale: 1 / Math.sqrt(narrow / heads),
    biases: [mask],
    size: narrow,
  })
  let middle = dense(context, merged, ['attention.output.dense', 'attention.output.LayerNorm'], narrow, narrow, inside)
  const grown = (value: Value, name: string): Value =>
    activate(context, linear(context, value, { name, inputSize: narrow, outputSize: innerSize }), 'relu')
  for (let index = 0; index < networks - 1; index++) {
    middle = graph.scope(`ffn.${index}`, () =>
      dense(context, grown(middle, 'intermediate.dense'), ['output.dense', 'output.LayerNorm'], innerSize, narrow, middle),
    )
  }
  const fed = dense(context, grown(middle, 'intermediate.dense'), ['output.dense', 'output.LayerNorm'], innerSize, narrow, middle)
  return dense(context, fed, ['output.bottleneck.dense', 'output.bottleneck.LayerNorm'], narrow, size, x)
}

/** A word beside its neighbours, through one dense layer (arXiv:2004.02984, §3.5). */
function trigrams(context: GraphContext, words: Value): Value {
  const { graph } = context
  const padded = graph.node('Pad', [words, graph.constant('int64', [0, 1, 0, 0, 1, 0])])
  const joined = graph.node('Concat', [slice(context, padded, 1, 2), words, slice(context, padded, 1, 0, -2)], { axis: 2 })
  return linear(context, joined, { name: 'embedding_transformation', inputSize: 3 * embeddingSize, outputSize: size })
}

const spec: TextEncoderSpec = bertLikeSpec({
  wordSize: embeddingSize,
  embed: (context, _, words) => trigrams(context, words),
  normalise: (context, x, name) => noNorm(context, x, name, size),
  layer: (context, x, { mask }) => bottleneckLayer(context, x, mask),
  names: bertLayerNames,
})

export const modelTypes: readonly ModelType[] = [
  encoderType('mobilebert', {
    config: bertLikeConfig('mobilebert', 'MobileBertForMaskedLM', {
      embedding_size: embeddingSize,
      intermediate_size: innerSize,
      hidden_act: 'relu',
      trigram_input: true,
      use_bottleneck: true,
      intra_bottleneck_size: narrow,
      use_bottleneck_attention: false,
      key_query_shared_bottleneck: true,
      num_feedforward_networks: networks,
      normalization_type: 'no_norm',
      classifier_activation: true,
    }),
    spec,
    scope: 'mobilebert',
    prefix: 'MobileBert',
    tasks: [...usualTasks, 'next-sentence-prediction', 'text-encoding'],
    // the decoder is the words' table beside a table of its own for the rest of the width
    masked: bertHead({ activation: 'relu', wideDecoder: embeddingSize }),
    summary: { kind: 'pooler', scope: 'mobilebert.pooler' },
    pooler: { kind: 'pooler', scope: 'mobilebert.pooler' },
    preprocessor: textPreprocessor('BertTokenizer'),
    transformersJs: maskedByTransformersJs('MobileBertForMaskedLM'),
    note: 'narrow layers within bottlenecks, words beside their neighbours, no norm but a weight and a bias for each element',
  }),
]
