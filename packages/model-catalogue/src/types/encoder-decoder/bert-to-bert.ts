import type { Value } from '@vitest-hardware/onnx-graph'
import { encodeText } from '../../architectures/text-encoder.ts'
import { add } from '../../blocks/arithmetic.ts'
import { attention, cachedAttention, type KeyValueCache } from '../../blocks/attention.ts'
import { causalMask, length, paddingMask } from '../../blocks/attention-mask.ts'
import { embedding } from '../../blocks/embedding.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { learnedPositions, positionRange } from '../../blocks/position.ts'
import type { GraphContext } from '../../graph-context.ts'
import { type DecoderInputs, sequenceToSequence } from '../../graphs/sequence-to-sequence.ts'
import { encoderSequence, idsInput } from '../../graphs/text-inputs.ts'
import { maskedLanguageLogits } from '../../heads/text.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { bertHead, bertLikeConfig, bertLikeSpec } from '../encoder-only/encoder-parts.ts'

const [size, heads, layers, innerSize] = [32, 4, 2, 64]
const selfNames = {
  query: 'attention.self.query',
  key: 'attention.self.key',
  value: 'attention.self.value',
  output: 'attention.output.dense',
}
const crossNames = {
  query: 'crossattention.self.query',
  key: 'crossattention.self.key',
  value: 'crossattention.self.value',
  output: 'crossattention.output.dense',
}

function encoder(context: GraphContext) {
  const ids = idsInput(context, 'input_ids', encoderSequence)
  const mask = idsInput(context, 'attention_mask', encoderSequence)
  const inputs = { ids, attentionMask: mask, further: {} }
  const { hidden } = context.graph.scope('encoder', () => encodeText(context, bertLikeSpec({ hasOneType: true }), inputs))
  return { hidden, mask, hiddenLength: encoderSequence }
}

/** BERT as a decoder: causal, with cross-attention behind its own (Rothe et al. 2020, arXiv:1907.12461, §3). */
function decoder(context: GraphContext, { ids, encoderHidden, encoderMask, past }: DecoderInputs) {
  const { graph } = context
  const present: KeyValueCache[] = []
  const norm = (x: Value, name: string): Value => layerNorm(context, x, { name, size, epsilon: 1e-12 })
  const text = graph.scope('decoder.bert', () => {
    const pastKeys = past[0]?.key
    const biases = [causalMask(context, { queries: ids, pastKeys })]
    const crossBiases = encoderMask === undefined ? [] : [paddingMask(context, encoderMask)]
    const { embedded, words } = graph.scope('embeddings', () => {
      const table = embedding(context, { name: 'word_embeddings', count: vocabularySize, size })
      const types = embedding(context, { name: 'token_type_embeddings', count: 2, size, std: 0.5 }).lookup(graph.constant('int64', [0]))
      const start = pastKeys === undefined ? 0 : length(context, pastKeys, 2)
      const placed = learnedPositions(context, {
        name: 'position_embeddings',
        count: 512,
        size,
        positions: positionRange(context, ids, start),
      })
      return { embedded: norm(add(context, table.lookup(ids), types, placed), 'LayerNorm'), words: table.weight }
    })
    let x = embedded
    for (let layer = 0; layer < layers; layer++) {
      x = graph.scope(`encoder.layer.${layer}`, () => {
        const self = cachedAttention(context, x, { size, heads, names: selfNames, biases, ...(past[layer] ? { past: past[layer] } : {}) })
        present.push(self.present)
        const attended = norm(add(context, self.output, x), 'attention.output.LayerNorm')
        const cross = attention(context, attended, { size, heads, names: crossNames, source: encoderHidden, biases: crossBiases })
        const crossed = norm(add(context, cross, attended), 'crossattention.output.LayerNorm')
        const fed = feedForward(context, crossed, {
          names: { up: 'intermediate.dense', down: 'output.dense' },
          size,
          innerSize,
          activation: 'gelu',
        })
        return norm(add(context, fed, crossed), 'output.LayerNorm')
      })
    }
    return { hidden: x, size, words }
  })
  return { logits: graph.scope('decoder', () => maskedLanguageLogits(context, text, bertHead(), vocabularySize)), present }
}

const part = (isDecoder: boolean) => ({
  ...bertLikeConfig('bert', isDecoder ? 'BertLMHeadModel' : 'BertModel', {}),
  is_decoder: isDecoder,
  add_cross_attention: isDecoder,
})

export const modelTypes: readonly ModelType[] = [
  {
    type: 'encoder-decoder',
    tasks: ['text2text-generation'],
    config: {
      model_type: 'encoder-decoder',
      architectures: ['EncoderDecoderModel'],
      is_encoder_decoder: true,
      encoder: part(false),
      decoder: part(true),
      vocab_size: vocabularySize,
      pad_token_id: 0,
      decoder_start_token_id: 2,
    },
    preprocessor: { kind: 'text', tokenizer: 'BertTokenizer' },
    graphs: sequenceToSequence({
      size,
      decoderLayers: layers,
      decoderHeads: heads,
      headSize: size / heads,
      vocabulary: vocabularySize,
      encoder,
      decoder,
    }),
    transformersJs: null,
    note: 'any two; here BERT twice. Transformers.js 4.3 has no class for encoder-decoder',
  },
]
