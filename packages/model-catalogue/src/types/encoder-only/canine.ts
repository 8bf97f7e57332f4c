import type { Value } from '@vitest-hardware/onnx-graph'
import { bertLayerNames, encoderLayer, type EncoderShared, type TextEncoderSpec } from '../../architectures/text-encoder.ts'
import { activate } from '../../blocks/activation.ts'
import { add, slice, squeeze, unsqueeze } from '../../blocks/arithmetic.ts'
import { paddingMask } from '../../blocks/attention-mask.ts'
import { embedding } from '../../blocks/embedding.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { learnedPositions, positionRange } from '../../blocks/position.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, idsInput, sequence } from '../../graphs/text-inputs.ts'
import { spanClassifier } from '../../heads/causal-text.ts'
import { pooled, textClassifier, type TextFeatures, textLabels, textTokenClassifier } from '../../heads/text.ts'
import type { GraphFile, ModelType } from '../../model-type.ts'
import { bertLikeConfig, bertLikeSpec } from './encoder-parts.ts'

const [size, hashes, buckets, rate] = [32, 8, 16, 4]
/** Upstream's own primes, one for each hash. */
const primes = [31, 43, 59, 61, 73, 97, 103, 113]
const spec: TextEncoderSpec = bertLikeSpec({ names: bertLayerNames })

/** A character's embedding: its id by eight hashes, each with a table of an eighth of the width (Clark et al. 2022, arXiv:2103.06874, §3.1). */
function hashedCharacters(context: GraphContext, ids: Value): Value {
  const { graph } = context
  const next = graph.node('Add', [ids, graph.constant('int64', 1)])
  const shards = primes.map((prime, index) => {
    const bucket = graph.node('Mod', [graph.node('Mul', [next, graph.constant('int64', prime)]), graph.constant('int64', buckets)])
    return embedding(context, { name: `HashBucketCodepointEmbedder_${index}`, count: buckets, size: size / hashes }).lookup(bucket)
  })
  return graph.node('Concat', shards, { axis: 2 })
}

function layer(context: GraphContext, x: Value, mask: Value, scope: string): Value {
  const shared: EncoderShared = { inputs: { ids: '', attentionMask: '', further: {} }, mask, own: undefined }
  return context.graph.scope(scope, () => encoderLayer(spec, context, x, shared, 0))
}

/** A convolution over the text, `[batch, length, from] → [batch, length / stride, size]`. */
function convolve(context: GraphContext, x: Value, name: string, from: number, stride: number): Value {
  const { graph } = context
  const channels = graph.node('Transpose', [x], { perm: [0, 2, 1] })
  return graph.scope(name, () => {
    const weights = [context.weight('weight', [size, from, rate]), context.weight('bias', [size])]
    const convolved = graph.node('Conv', [channels, ...weights], { kernel_shape: [rate], strides: [stride] })
    return graph.node('Transpose', [convolved], { perm: [0, 2, 1] })
  })
}

const normed = (context: GraphContext, x: Value, name: string): Value => layerNorm(context, x, { name, size, epsilon: 1e-12 })

/**
 * CANINE: characters, a layer over them, a quarter as many molecules through the deep encoder, and characters again
 * (arXiv:2103.06874, §3.2 and 3.3). A block of local attention is longer than any text here, so that each layer sees it whole.
 */
function canine(context: GraphContext): TextFeatures {
  const { graph } = context
  const ids = idsInput(context, 'input_ids')
  const attentionMask = idsInput(context, 'attention_mask')
  const tokenTypes = idsInput(context, 'token_type_ids')
  const number = (value: number): Value => graph.constant('int64', [value])
  const mask = paddingMask(context, attentionMask)
  const characters = graph.scope('char_embeddings', () => {
    const types = embedding(context, { name: 'token_type_embeddings', count: 16, size, std: 0.5 }).lookup(tokenTypes)
    const placed = learnedPositions(context, { name: 'char_position_embeddings', count: 512, size, positions: positionRange(context, ids) })
    return normed(context, add(context, hashedCharacters(context, ids), placed, types), 'LayerNorm')
  })
  const first = layer(context, characters, mask, 'initial_char_encoder.layer.0')
  const molecules = graph.scope('chars_to_molecules', () => {
    // the first character stands for the text, as it is; the last molecule makes room for it
    const down = activate(context, convolve(context, first, 'conv', size, rate), 'gelu')
    const joined = graph.node('Concat', [slice(context, first, 1, 0, 1), slice(context, down, 1, 0, -1)], { axis: 1 })
    return normed(context, joined, 'LayerNorm')
  })
  const pooledMask = graph.node('MaxPool', [graph.node('Cast', [unsqueeze(context, attentionMask, 1)], { to: 1 })], {
    kernel_shape: [rate],
    strides: [rate],
  })
  const deepMask = paddingMask(context, graph.node('Cast', [squeeze(context, pooledMask, 1)], { to: 7 }))
  let deep = molecules
  for (let index = 0; index < spec.layers; index++) deep = layer(context, deep, deepMask, `encoder.layer.${index}`)
  // each molecule but the first for its four characters, the last one for what is left
  const repeated = graph.node('Reshape', [
    graph.node('Expand', [unsqueeze(context, slice(context, deep, 1, 1), 2), graph.constant('int64', [1, 1, rate, 1])]),
    graph.constant('int64', [0, -1, size]),
  ])
  const left = graph.node('Mod', [graph.node('Shape', [ids], { start: 1, end: 2 }), number(rate)])
  const count = graph.node('Concat', [number(1), graph.node('Add', [left, number(rate)]), number(1)], { axis: 0 })
  const rest = graph.node('Expand', [slice(context, deep, 1, -1), count])
  const long = graph.node('Concat', [repeated, rest], { axis: 1 })
  const both = graph.node('Concat', [first, long], { axis: 2 })
  const projected = graph.scope('projection', () => {
    const padded = graph.node('Pad', [both, graph.constant('int64', [0, 1, 0, 0, 2, 0])])
    return normed(context, activate(context, convolve(context, padded, 'conv', 2 * size, 1), 'gelu'), 'LayerNorm')
  })
  return { hidden: layer(context, projected, mask, 'final_char_encoder.layer.0'), size }
}

const text = (context: GraphContext): TextFeatures => context.graph.scope('canine', () => canine(context))
const pooler = { kind: 'pooler', scope: 'canine.pooler' } as const
const one = (build: (context: GraphContext) => void): readonly [GraphFile] => [{ name: 'model', build }]

export const modelTypes: readonly ModelType[] = [
  {
    type: 'canine',
    tasks: ['feature-extraction', 'text-classification', 'question-answering', 'token-classification'],
    config: bertLikeConfig('canine', 'CanineModel', {
      type_vocab_size: 16,
      downsampling_rate: rate,
      upsampling_kernel_size: rate,
      num_hash_functions: hashes,
      num_hash_buckets: buckets,
      local_transformer_stride: 128,
    }),
    preprocessor: { kind: 'none' },
    graphs: one((context) => {
      const features = text(context)
      context.graph.output('last_hidden_state', features.hidden, 'float32', [batch, sequence, size])
      context.graph.output('pooler_output', pooled(context, features, pooler), 'float32', [batch, size])
    }),
    heads: {
      'text-classification': {
        architecture: 'CanineForSequenceClassification',
        graphs: one((context) => textClassifier(context, text(context), pooler)),
        config: textLabels,
      },
      'question-answering': {
        architecture: 'CanineForQuestionAnswering',
        graphs: one((context) => spanClassifier(context, text(context))),
      },
      'token-classification': {
        architecture: 'CanineForTokenClassification',
        graphs: one((context) => textTokenClassifier(context, text(context))),
        config: textLabels,
      },
    },
    transformersJs: null,
    note: 'characters by their code points, no tokenizer; Transformers.js 4.3 has no class for canine',
  },
]
