import type { Value } from '@vitest-hardware/onnx-graph'
import { attention, cachedAttention, type KeyValueCache } from '../../blocks/attention.ts'
import { causalMask, paddingMask } from '../../blocks/attention-mask.ts'
import { type Embedding, embedding, tiedHead } from '../../blocks/embedding.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { rmsNorm } from '../../blocks/norm.ts'
import { relativePositionBias } from '../../blocks/relative-position-bias.ts'
import type { GraphContext } from '../../graph-context.ts'
import { type DecoderInputs, sequenceToSequence } from '../../graphs/sequence-to-sequence.ts'
import { encoderSequence, idsInput } from '../../graphs/text-inputs.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'

const config = {
  model_type: 't5',
  architectures: ['T5ForConditionalGeneration'],
  vocab_size: vocabularySize,
  d_model: 32,
  d_kv: 8,
  d_ff: 64,
  num_layers: 2,
  num_decoder_layers: 2,
  num_heads: 4,
  relative_attention_num_buckets: 8,
  relative_attention_max_distance: 20,
  dropout_rate: 0.1,
  layer_norm_epsilon: 1e-6,
  initializer_factor: 1,
  feed_forward_proj: 'relu',
  is_encoder_decoder: true,
  tie_word_embeddings: true,
  use_cache: true,
  pad_token_id: 0,
  eos_token_id: 1,
  decoder_start_token_id: 0,
} as const

const { d_model: size, num_heads: heads, d_kv: headSize } = config
const names = { query: 'q', key: 'k', value: 'v', output: 'o' }
/** No projection has a bias and the scores are not scaled (arXiv:1910.10683, §2.1; upstream folds the scale into the initialisation). */
const attentionOptions = { size, heads, headSize, names, bias: false, scale: 1 } as const

const sharedEmbedding = (context: GraphContext): Embedding => embedding(context, { name: 'shared', count: config.vocab_size, size })
const norm = (context: GraphContext, x: Value, name = 'layer_norm'): Value =>
  rmsNorm(context, x, { name, size, epsilon: config.layer_norm_epsilon })

function feedForwardLayer(context: GraphContext, x: Value): Value {
  const { graph } = context
  const normed = norm(context, x)
  const options = { names: { up: 'wi', down: 'wo' }, size, innerSize: config.d_ff, activation: config.feed_forward_proj, bias: false }
  return graph.node('Add', [x, graph.scope('DenseReluDense', () => feedForward(context, normed, options))])
}

/** The first block's bias, which all blocks of a stack use. */
function stackBias(context: GraphContext, queries: Value, bidirectional: boolean, pastKeys?: Value): Value {
  const { relative_attention_num_buckets: buckets, relative_attention_max_distance: maxDistance } = config
  return context.graph.scope('block.0.layer.0.SelfAttention', () =>
    relativePositionBias(context, { name: 'relative_attention_bias', heads, buckets, maxDistance, bidirectional, queries, pastKeys }),
  )
}

function encode(context: GraphContext) {
  const { graph } = context
  const ids = idsInput(context, 'input_ids', encoderSequence)
  const mask = idsInput(context, 'attention_mask', encoderSequence)
  const embedded = sharedEmbedding(context).lookup(ids)
  const hidden = graph.scope('encoder', () => {
    const biases = [stackBias(context, ids, true), paddingMask(context, mask)]
    let x = embedded
    for (let block = 0; block < config.num_layers; block++) {
      x = graph.scope(`block.${block}`, () => {
        const attended = graph.scope('layer.0', () => {
          const normed = norm(context, x)
          return graph.node('Add', [x, graph.scope('SelfAttention', () => attention(context, normed, { ...attentionOptions, biases }))])
        })
        return graph.scope('layer.1', () => feedForwardLayer(context, attended))
      })
    }
    return norm(context, x, 'final_layer_norm')
  })
  return { hidden, mask, hiddenLength: encoderSequence }
}

function decode(context: GraphContext, { ids, encoderHidden, encoderMask, past }: DecoderInputs) {
  const { graph } = context
  const shared = sharedEmbedding(context)
  const present: KeyValueCache[] = []
  const hidden = graph.scope('decoder', () => {
    const pastKeys = past[0]?.key
    const biases = [stackBias(context, ids, false, pastKeys), causalMask(context, { queries: ids, pastKeys })]
    const crossBiases = encoderMask === undefined ? [] : [paddingMask(context, encoderMask)]
    let x = shared.lookup(ids)
    for (let block = 0; block < config.num_decoder_layers; block++) {
      x = graph.scope(`block.${block}`, () => {
        const attended = graph.scope('layer.0', () => {
          const normed = norm(context, x)
          const self = graph.scope('SelfAttention', () =>
            cachedAttention(context, normed, { ...attentionOptions, biases, ...(past[block] ? { past: past[block] } : {}) }),
          )
          present.push(self.present)
          return graph.node('Add', [x, self.output])
        })
        const crossed = graph.scope('layer.1', () => {
          const normed = norm(context, attended)
          const cross = graph.scope('EncDecAttention', () =>
            attention(context, normed, { ...attentionOptions, source: encoderHidden, biases: crossBiases }),
          )
          return graph.node('Add', [attended, cross])
        })
        return graph.scope('layer.2', () => feedForwardLayer(context, crossed))
      })
    }
    return norm(context, x, 'final_layer_norm')
  })
  // upstream scales the hidden state where the head is tied to the embeddings
  const scaled = graph.node('Mul', [hidden, graph.constant('float32', 1 / Math.sqrt(size))])
  return { logits: tiedHead(context, scaled, shared.weight), present }
}

export const modelTypes: readonly ModelType[] = [
  {
    type: 't5',
    tasks: ['text2text-generation'],
    config,
    preprocessor: { kind: 'text', tokenizer: 'T5Tokenizer' },
    graphs: sequenceToSequence({
      size,
      decoderLayers: config.num_decoder_layers,
      decoderHeads: heads,
      headSize,
      vocabulary: config.vocab_size,
      encoder: encode,
      decoder: decode,
    }),
    transformersJs: { autoClass: 'AutoModelForSeq2SeqLM', modelClass: 'T5ForConditionalGeneration' },
  },
]
