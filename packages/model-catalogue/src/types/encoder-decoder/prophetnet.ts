import type { Value } from '@vitest-hardware/onnx-graph'
import { add, reshape, scaled, unsqueeze } from '../../blocks/arithmetic.ts'
import { attention, mergeHeads, splitHeads } from '../../blocks/attention.ts'
import { length, paddingMask } from '../../blocks/attention-mask.ts'
import { type Embedding, embedding, tiedHead } from '../../blocks/embedding.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { learnedPositions, positionRange } from '../../blocks/position.ts'
import { relativeBucket } from '../../blocks/relative-position-bias.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, decoderSequence, encoderSequence, idsInput, sequence } from '../../graphs/text-inputs.ts'
import { type GraphFile, type ModelType, type TokenizerClass, vocabularySize } from '../../model-type.ts'

const [size, heads, headSize, innerSize, layers, streams, buckets, maxDistance, maxPositions] = [32, 4, 8, 64, 2, 2, 8, 20, 512]
const forbidden = -3.4028234663852886e38
const names = { query: 'query_proj', key: 'key_proj', value: 'value_proj', output: 'out_proj' }
const norm = (context: GraphContext, x: Value, name: string): Value => layerNorm(context, x, { name, size, epsilon: 1e-5 })
const words = (context: GraphContext, scope: string): Embedding =>
  context.graph.scope(scope, () => embedding(context, { name: 'word_embeddings', count: vocabularySize, size }))
const places = (context: GraphContext, positions: Value): Value =>
  learnedPositions(context, { name: 'position_embeddings', count: maxPositions, size, positions })

function feed(context: GraphContext, x: Value): Value {
  const options = { names: { up: 'intermediate', down: 'output' }, size, innerSize, activation: 'gelu' } as const
  return norm(
    context,
    add(
      context,
      context.graph.scope('feed_forward', () => feedForward(context, x, options)),
      x,
    ),
    'feed_forward_layer_norm',
  )
}

function encode(context: GraphContext): { readonly hidden: Value; readonly mask: Value } {
  const { graph } = context
  const ids = idsInput(context, 'input_ids', encoderSequence)
  const mask = idsInput(context, 'attention_mask', encoderSequence)
  const tokens = words(context, 'prophetnet').lookup(ids)
  const hidden = graph.scope('prophetnet.encoder', () => {
    const counted = graph.node('Mul', [graph.node('CumSum', [mask, graph.constant('int64', 1)]), mask])
    const biases = [paddingMask(context, mask)]
    let x = norm(context, add(context, tokens, places(context, counted)), 'embeddings_layer_norm')
    for (let layer = 0; layer < layers; layer++) {
      x = graph.scope(`layers.${layer}`, () => {
        const self = graph.scope('self_attn', () => attention(context, x, { size, heads, names, biases }))
        return feed(context, norm(context, add(context, x, self), 'self_attn_layer_norm'))
      })
    }
    return x
  })
  return { hidden, mask }
}

/** Query position - key position, int64 `[length, length]`. */
function distances(context: GraphContext, ids: Value): Value {
  const { graph } = context
  const steps = graph.node('Range', [graph.constant('int64', 0), length(context, ids), graph.constant('int64', 1)])
  return graph.node('Sub', [unsqueeze(context, steps, 1), steps])
}

/** The bucket of each distance behind a query, from a table. */
function bucketsOf(context: GraphContext, distance: Value): Value {
  const { graph } = context
  const table = BigInt64Array.from({ length: maxDistance + 1 }, (_, index) =>
    BigInt(relativeBucket(-index, { buckets, maxDistance, bidirectional: false })),
  )
  const clipped = graph.node('Min', [graph.node('Max', [distance, graph.constant('int64', 0)]), graph.constant('int64', maxDistance)])
  return graph.node('Gather', [context.graph.weight('relative_buckets', { type: 'int64', dims: [table.length], data: table }), clipped])
}

/** 0 where a condition holds, the lowest number elsewhere. */
const openWhere = (context: GraphContext, condition: Value): Value =>
  context.graph.node('Where', [condition, context.graph.constant('float32', 0), context.graph.constant('float32', forbidden)])

interface Streams {
  /** Of the main stream `[length, length]` and of the predicting ones `[length, 2·length]`. */
  readonly buckets: readonly [main: Value, predicting: Value]
  readonly masks: readonly Value[]
}

/**
 * What each stream may see: the main one what is not later; stream n what lies n + 1 tokens back, and of itself the same place alone
 * (Qi et al. 2020, arXiv:2001.04063, §3.2 and figure 2; upstream's `ngram_attention_bias`).
 */
function streamsOf(context: GraphContext, ids: Value): Streams {
  const { graph } = context
  const distance = distances(context, ids)
  const number = (value: number): Value => graph.constant('int64', value)
  const same = openWhere(context, graph.node('Equal', [distance, number(0)]))
  const isFirst = graph.node('Equal', [graph.node('Range', [number(0), length(context, ids), number(1)]), number(0)])
  const masks = [openWhere(context, graph.node('GreaterOrEqual', [distance, number(0)]))]
  for (let stream = 0; stream < streams; stream++) {
    const seen = graph.node('Or', [graph.node('GreaterOrEqual', [distance, number(stream)]), isFirst])
    masks.push(graph.node('Concat', [openWhere(context, seen), same], { axis: 1 }))
  }
  const before = graph.node('Add', [distance, number(1)])
  return {
    buckets: [bucketsOf(context, distance), bucketsOf(context, graph.node('Concat', [before, distance], { axis: 1 }))],
    masks,
  }
}

/** Self-attention of all streams at once: keys and values of the main one are everybody's (arXiv:2001.04063, §3.2). */
function streamAttention(context: GraphContext, x: Value, seen: Streams): Value {
  const { graph } = context
  const chunks = (value: Value, axis: number): Value[] =>
    graph.nodes('Split', [value], { axis, num_outputs: streams + 1 }, { outputs: streams + 1 })
  const project = (name: string): Value[] =>
    chunks(splitHeads(context, linear(context, x, { name, inputSize: size, outputSize: size }), heads, headSize), 2)
  const [queries, keys, values] = [project(names.query), project(names.key), project(names.value)]
  const relative = chunks(linear(context, x, { name: 'relative_pos_embeddings', inputSize: size, outputSize: buckets * heads }), 1)
  const attended = queries.map((query, stream) => {
    const joined = (parts: readonly Value[]): Value =>
      stream === 0 ? parts[0]! : graph.node('Concat', [parts[0]!, parts[stream]!], { axis: 2 })
    const scores = graph.node('MatMul', [
      scaled(context, query, 1 / Math.sqrt(headSize)),
      graph.node('Transpose', [joined(keys)], { perm: [0, 1, 3, 2] }),
    ])
    const byBucket = graph.node('Transpose', [reshape(context, relative[stream]!, [0, 0, buckets, heads])], { perm: [0, 3, 1, 2] })
    const wanted = seen.buckets[stream === 0 ? 0 : 1]
    const spread = graph.node('Expand', [wanted, graph.node('Shape', [scores])])
    const biased = add(context, scores, graph.node('GatherElements', [byBucket, spread], { axis: 3 }), seen.masks[stream]!)
    return mergeHeads(context, graph.node('MatMul', [graph.node('Softmax', [biased], { axis: -1 }), joined(values)]), size)
  })
  return linear(context, graph.node('Concat', attended, { axis: 1 }), { name: names.output, inputSize: size, outputSize: size })
}

interface Decoded {
  /** `[batch, length, size]` of the main stream, then of each predicting one. */
  readonly parts: readonly Value[]
  readonly words: Value
}

/** The decoder; without an encoder it is a language model of its own. */
function decode(context: GraphContext, ids: Value, encoded: { readonly hidden: Value; readonly mask: Value } | null): Decoded {
  const { graph } = context
  const table = words(context, 'prophetnet')
  const tokens = table.lookup(ids)
  const parts = graph.scope('prophetnet.decoder', () => {
    const positions = positionRange(context, ids, 1)
    const next = places(context, graph.node('Add', [positions, graph.constant('int64', 1)]))
    const main = add(context, tokens, places(context, positions))
    const ngrams = graph.scope('ngram_embeddings', () => context.weight('weight', [streams, size], { std: 1 }))
    const nothing = scaled(context, tokens, 0)
    const starts = Array.from({ length: streams }, (_, stream) => {
      const one = graph.node('Gather', [ngrams, graph.constant('int64', stream)], { axis: 0 })
      return add(context, nothing, next, one)
    })
    const seen = streamsOf(context, ids)
    let x = norm(context, graph.node('Concat', [main, ...starts], { axis: 1 }), 'embeddings_layer_norm')
    for (let layer = 0; layer < layers; layer++) {
      x = graph.scope(`layers.${layer}`, () => {
        const self = graph.scope('self_attn', () => streamAttention(context, x, seen))
        const attended = norm(context, add(context, x, self), 'self_attn_layer_norm')
        if (encoded === null) return feed(context, attended)
        const biases = [paddingMask(context, encoded.mask)]
        const cross = graph.scope('cross_attn', () => attention(context, attended, { size, heads, names, source: encoded.hidden, biases }))
        return feed(context, norm(context, add(context, attended, cross), 'cross_attn_layer_norm'))
      })
    }
    return graph.nodes('Split', [x], { axis: 1, num_outputs: streams + 1 }, { outputs: streams + 1 })
  })
  return { parts, words: table.weight }
}

/** Declares `logits` of the next token and `logits_ngram` of those behind it. */
function predictions(context: GraphContext, { parts, words: table }: Decoded, axis: string): void {
  const { graph } = context
  const [, next, ...later] = parts
  graph.output('logits', tiedHead(context, next!, table), 'float32', [batch, axis, vocabularySize])
  const stacked = graph.node(
    'Concat',
    later.map((part) => unsqueeze(context, tiedHead(context, part, table), 1)),
    { axis: 1 },
  )
  graph.output('logits_ngram', stacked, 'float32', [batch, streams - 1, axis, vocabularySize])
}

function whole(context: GraphContext): void {
  const encoded = encode(context)
  predictions(context, decode(context, idsInput(context, 'decoder_input_ids', decoderSequence), encoded), decoderSequence)
}

function bare(context: GraphContext): void {
  const { graph } = context
  const encoded = encode(context)
  const { parts } = decode(context, idsInput(context, 'decoder_input_ids', decoderSequence), encoded)
  const [main, ...predicting] = parts
  graph.output('last_hidden_state', main!, 'float32', [batch, decoderSequence, size])
  const joined = graph.node('Concat', predicting, { axis: 1 })
  graph.output('last_hidden_state_ngram', joined, 'float32', [batch, `${streams}*${decoderSequence}`, size])
  graph.output('encoder_last_hidden_state', encoded.hidden, 'float32', [batch, encoderSequence, size])
}

function alone(context: GraphContext): void {
  predictions(context, decode(context, idsInput(context, 'input_ids'), null), sequence)
}

const one = (build: (context: GraphContext) => void): readonly [GraphFile] => [{ name: 'model', build }]

function prophetType(type: string, prefix: string, tokenizer: TokenizerClass, note: string): ModelType {
  return {
    type,
    tasks: ['text2text-generation', 'feature-extraction', 'text-generation'],
    config: {
      model_type: type,
      architectures: [`${prefix}ForConditionalGeneration`],
      vocab_size: vocabularySize,
      hidden_size: size,
      encoder_ffn_dim: innerSize,
      num_encoder_layers: layers,
      num_encoder_attention_heads: heads,
      decoder_ffn_dim: innerSize,
      num_decoder_layers: layers,
      num_decoder_attention_heads: heads,
      activation_function: 'gelu',
      max_position_embeddings: maxPositions,
      ngram: streams,
      num_buckets: buckets,
      relative_max_distance: maxDistance,
      is_encoder_decoder: true,
      add_cross_attention: true,
      pad_token_id: 0,
      bos_token_id: 1,
      eos_token_id: 2,
      decoder_start_token_id: 0,
      // upstream's own, which tells the two apart
      tokenizer_class: `${prefix}Tokenizer`,
    },
    preprocessor: { kind: 'text', tokenizer },
    graphs: one(whole),
    heads: {
      'feature-extraction': { architecture: `${prefix}Model`, graphs: one(bare) },
      'text-generation': { architecture: `${prefix}ForCausalLM`, graphs: one(alone) },
    },
    transformersJs: null,
    note: `${note}; its graph reads the whole text at once, without a cache; Transformers.js 4.3 has no class for ${type}`,
  }
}

export const modelTypes: readonly ModelType[] = [
  prophetType(
    'prophetnet',
    'ProphetNet',
    'BertTokenizer',
    'a main stream and streams that predict the next and the second-next token, with relative positions by bucket',
  ),
  prophetType('xlm-prophetnet', 'XLMProphetNet', 'T5Tokenizer', 'ProphetNet under another name upstream, with a SentencePiece vocabulary'),
]
