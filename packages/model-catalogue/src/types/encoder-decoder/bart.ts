import type { Value } from '@vitest-hardware/onnx-graph'
import { attention, cachedAttention, type KeyValueCache } from '../../blocks/attention.ts'
import { causalMask, length, paddingMask } from '../../blocks/attention-mask.ts'
import { type Embedding, embedding, tiedHead } from '../../blocks/embedding.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { learnedPositions, positionRange } from '../../blocks/position.ts'
import type { GraphContext } from '../../graph-context.ts'
import { type DecoderInputs, sequenceToSequence } from '../../graphs/sequence-to-sequence.ts'
import { encoderSequence, idsInput } from '../../graphs/text-inputs.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'

const config = {
  model_type: 'bart',
  architectures: ['BartForConditionalGeneration'],
  vocab_size: vocabularySize,
  max_position_embeddings: 512,
  d_model: 32,
  encoder_layers: 2,
  encoder_attention_heads: 4,
  encoder_ffn_dim: 64,
  decoder_layers: 2,
  decoder_attention_heads: 4,
  decoder_ffn_dim: 64,
  num_hidden_layers: 2,
  activation_function: 'gelu',
  scale_embedding: false,
  dropout: 0.1,
  init_std: 0.02,
  is_encoder_decoder: true,
  use_cache: true,
  bos_token_id: 0,
  pad_token_id: 1,
  eos_token_id: 2,
  decoder_start_token_id: 2,
  forced_eos_token_id: 2,
} as const

const { d_model: size } = config
/** Rows before the first position, left over from fairseq (upstream's `BartLearnedPositionalEmbedding`). */
const positionOffset = 2
const names = { query: 'q_proj', key: 'k_proj', value: 'v_proj', output: 'out_proj' }
const norm = (context: GraphContext, x: Value, name: string): Value => layerNorm(context, x, { name, size, epsilon: 1e-5 })
const sharedEmbedding = (context: GraphContext): Embedding =>
  context.graph.scope('model', () => embedding(context, { name: 'shared', count: config.vocab_size, size }))

function embed(context: GraphContext, tokens: Value, past: Value | undefined): Value {
  const { graph } = context
  const start = past === undefined ? positionOffset : graph.node('Add', [length(context, past, 2), graph.constant('int64', positionOffset)])
  const positions = positionRange(context, tokens, start)
  const placed = learnedPositions(context, {
    name: 'embed_positions',
    count: config.max_position_embeddings + positionOffset,
    size,
    positions,
  })
  return norm(context, graph.node('Add', [tokens, placed]), 'layernorm_embedding')
}

/** Residual, then norm. */
function postNorm(context: GraphContext, x: Value, added: Value, name: string): Value {
  return norm(context, context.graph.node('Add', [x, added]), name)
}

function feedForwardLayer(context: GraphContext, x: Value, innerSize: number): Value {
  const fed = feedForward(context, x, { names: { up: 'fc1', down: 'fc2' }, size, innerSize, activation: config.activation_function })
  return postNorm(context, x, fed, 'final_layer_norm')
}

function encode(context: GraphContext) {
  const { graph } = context
  const ids = idsInput(context, 'input_ids', encoderSequence)
  const mask = idsInput(context, 'attention_mask', encoderSequence)
  const tokens = sharedEmbedding(context).lookup(ids)
  const hidden = graph.scope('model.encoder', () => {
    const biases = [paddingMask(context, mask)]
    let x = embed(context, tokens, undefined)
    for (let layer = 0; layer < config.encoder_layers; layer++) {
      x = graph.scope(`layers.${layer}`, () => {
        const self = graph.scope('self_attn', () => attention(context, x, { size, heads: config.encoder_attention_heads, names, biases }))
        return feedForwardLayer(context, postNorm(context, x, self, 'self_attn_layer_norm'), config.encoder_ffn_dim)
      })
    }
    return x
  })
  return { hidden, mask, hiddenLength: encoderSequence }
}

function decode(context: GraphContext, { ids, encoderHidden, encoderMask, past }: DecoderInputs) {
  const { graph } = context
  const heads = config.decoder_attention_heads
  const present: KeyValueCache[] = []
  const shared = sharedEmbedding(context)
  const tokens = shared.lookup(ids)
  const hidden = graph.scope('model.decoder', () => {
    const pastKeys = past[0]?.key
    const biases = [causalMask(context, { queries: ids, pastKeys })]
    const crossBiases = encoderMask === undefined ? [] : [paddingMask(context, encoderMask)]
    let x = embed(context, tokens, pastKeys)
    for (let layer = 0; layer < config.decoder_layers; layer++) {
      x = graph.scope(`layers.${layer}`, () => {
        const self = graph.scope('self_attn', () =>
          cachedAttention(context, x, { size, heads, names, biases, ...(past[layer] ? { past: past[layer] } : {}) }),
        )
        present.push(self.present)
        const attended = postNorm(context, x, self.output, 'self_attn_layer_norm')
        const cross = graph.scope('encoder_attn', () =>
          attention(context, attended, { size, heads, names, source: encoderHidden, biases: crossBiases }),
        )
        return feedForwardLayer(context, postNorm(context, attended, cross, 'encoder_attn_layer_norm'), config.decoder_ffn_dim)
      })
    }
    return x
  })
  const logits = tiedHead(context, hidden, shared.weight)
  return { logits: graph.node('Add', [logits, context.weight('final_logits_bias', [1, config.vocab_size], { std: 0.1 })]), present }
}

export const modelTypes: readonly ModelType[] = [
  {
    type: 'bart',
    tasks: ['text2text-generation'],
    config,
    preprocessor: { kind: 'text', tokenizer: 'BartTokenizer' },
    graphs: sequenceToSequence({
      size,
      decoderLayers: config.decoder_layers,
      decoderHeads: config.decoder_attention_heads,
      headSize: size / config.decoder_attention_heads,
      vocabulary: config.vocab_size,
      encoder: encode,
      decoder: decode,
    }),
    transformersJs: { autoClass: 'AutoModelForSeq2SeqLM', modelClass: 'BartForConditionalGeneration' },
  },
]
