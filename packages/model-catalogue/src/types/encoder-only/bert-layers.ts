import type { Value } from '@vitest-hardware/onnx-graph'
import { activate, type Activation } from '../../blocks/activation.ts'
import { attention } from '../../blocks/attention.ts'
import { paddingMask } from '../../blocks/attention-mask.ts'
import { embedding, tiedHead } from '../../blocks/embedding.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { learnedPositions } from '../../blocks/position.ts'
import type { GraphContext } from '../../graph-context.ts'

/** The fields of `BertConfig` that shape the graph. */
export interface BertSizes {
  readonly vocab_size: number
  readonly hidden_size: number
  readonly num_hidden_layers: number
  readonly num_attention_heads: number
  readonly intermediate_size: number
  readonly hidden_act: Activation
  readonly max_position_embeddings: number
  readonly type_vocab_size: number
  readonly layer_norm_eps: number
}

export interface BertInputs {
  readonly ids: Value
  readonly attentionMask: Value
  readonly tokenTypes: Value
  readonly positions: Value
}

/** A hidden state `[batch, length, size]` with the word embeddings for a tied head. */
export interface EncodedText {
  readonly hidden: Value
  readonly wordEmbeddings: Value
}

/** BERT's embeddings and post-norm encoder (Devlin et al. 2019, arXiv:1810.04805). */
export function bertEncoder(context: GraphContext, config: BertSizes, inputs: BertInputs): EncodedText {
  const { graph } = context
  const mask = paddingMask(context, inputs.attentionMask)
  const { hidden: embedded, wordEmbeddings } = graph.scope('embeddings', () => bertEmbeddings(context, config, inputs))
  let hidden = embedded
  for (let layer = 0; layer < config.num_hidden_layers; layer++) {
    hidden = graph.scope(`encoder.layer.${layer}`, () => bertLayer(context, config, hidden, mask))
  }
  return { hidden, wordEmbeddings }
}

function bertEmbeddings(context: GraphContext, config: BertSizes, { ids, tokenTypes, positions }: BertInputs): EncodedText {
  const { graph } = context
  const { hidden_size: size, layer_norm_eps: epsilon } = config
  const words = embedding(context, { name: 'word_embeddings', count: config.vocab_size, size })
  const types = embedding(context, { name: 'token_type_embeddings', count: config.type_vocab_size, size, std: 0.5 })
  const typed = graph.node('Add', [words.lookup(ids), types.lookup(tokenTypes)])
  const placed = learnedPositions(context, { name: 'position_embeddings', count: config.max_position_embeddings, size, positions })
  return {
    hidden: layerNorm(context, graph.node('Add', [typed, placed]), { name: 'LayerNorm', size, epsilon }),
    wordEmbeddings: words.weight,
  }
}

function bertLayer(context: GraphContext, config: BertSizes, x: Value, mask: Value): Value {
  const { graph } = context
  const { hidden_size: size, layer_norm_eps: epsilon } = config
  const attended = graph.scope('attention', () => {
    const names = { query: 'self.query', key: 'self.key', value: 'self.value', output: 'output.dense' }
    const output = attention(context, x, { size, heads: config.num_attention_heads, names, biases: [mask] })
    return layerNorm(context, graph.node('Add', [output, x]), { name: 'output.LayerNorm', size, epsilon })
  })
  const names = { up: 'intermediate.dense', down: 'output.dense' }
  const output = feedForward(context, attended, { names, size, innerSize: config.intermediate_size, activation: config.hidden_act })
  return layerNorm(context, graph.node('Add', [output, attended]), { name: 'output.LayerNorm', size, epsilon })
}

export interface MaskedHeadNames {
  readonly dense: string
  readonly norm: string
  readonly bias: string
}

/** The masked-language head: dense, activation, norm, tied decoder, bias: `[batch, length, size] → [batch, length, vocabulary]`. */
export function maskedLanguageHead(
  context: GraphContext,
  config: Pick<BertSizes, 'hidden_size' | 'vocab_size' | 'hidden_act' | 'layer_norm_eps'>,
  text: EncodedText,
  names: MaskedHeadNames,
): Value {
  const { graph } = context
  const size = config.hidden_size
  const dense = activate(context, linear(context, text.hidden, { name: names.dense, inputSize: size, outputSize: size }), config.hidden_act)
  const normed = layerNorm(context, dense, { name: names.norm, size, epsilon: config.layer_norm_eps })
  return graph.node('Add', [tiedHead(context, normed, text.wordEmbeddings), context.weight(names.bias, [config.vocab_size])])
}
