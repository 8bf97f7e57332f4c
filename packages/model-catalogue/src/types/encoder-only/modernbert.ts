import type { Value } from '@vitest-hardware/onnx-graph'
import { activate } from '../../blocks/activation.ts'
import { dotProductAttention, splitHeads } from '../../blocks/attention.ts'
import { localMask, paddingMask } from '../../blocks/attention-mask.ts'
import { embedding, tiedHead } from '../../blocks/embedding.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { positionRange } from '../../blocks/position.ts'
import { applyRotary, type RotaryAngles, rotaryAngles } from '../../blocks/rotary-position.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, idsInput, sequence } from '../../graphs/text-inputs.ts'
import { spanClassifier } from '../../heads/causal-text.ts'
import {
  choiceClassifier,
  choices,
  stackChoices,
  type Summary,
  textClassifier,
  type TextFeatures,
  textLabels,
  textTokenClassifier,
} from '../../heads/text.ts'
import { type ModelType, type TaskHead, vocabularySize } from '../../model-type.ts'

const config = {
  model_type: 'modernbert',
  architectures: ['ModernBertForMaskedLM'],
  vocab_size: vocabularySize,
  hidden_size: 32,
  intermediate_size: 48,
  num_hidden_layers: 3,
  num_attention_heads: 4,
  hidden_activation: 'gelu',
  max_position_embeddings: 512,
  initializer_range: 0.02,
  norm_eps: 1e-5,
  norm_bias: false,
  attention_bias: false,
  mlp_bias: false,
  decoder_bias: true,
  classifier_activation: 'gelu',
  global_attn_every_n_layers: 3,
  global_rope_theta: 160_000,
  local_attention: 6,
  local_rope_theta: 10_000,
  tie_word_embeddings: true,
  pad_token_id: 0,
  cls_token_id: 2,
  sep_token_id: 3,
} as const

const { hidden_size: size, num_attention_heads: heads } = config
const headSize = size / heads
const norm = (context: GraphContext, x: Value, name: string): Value =>
  layerNorm(context, x, { name, size, epsilon: config.norm_eps, bias: config.norm_bias })

interface LayerKind {
  readonly mask: Value
  readonly rotary: RotaryAngles
}

function attention(context: GraphContext, x: Value, { mask, rotary }: LayerKind): Value {
  const { graph } = context
  const fused = linear(context, x, { name: 'Wqkv', inputSize: size, outputSize: 3 * size, bias: config.attention_bias })
  const parts = graph.nodes('Split', [fused], { axis: 2, num_outputs: 3 }, { outputs: 3 })
  const [query, key, value] = parts.map((part) => splitHeads(context, part, heads, headSize)) as [Value, Value, Value]
  const placed = { query: applyRotary(context, query, rotary), key: applyRotary(context, key, rotary), value }
  const merged = dotProductAttention(context, { ...placed, scale: 1 / Math.sqrt(headSize), biases: [mask], size })
  return linear(context, merged, { name: 'Wo', inputSize: size, outputSize: size, bias: config.attention_bias })
}

function gatedFeedForward(context: GraphContext, x: Value): Value {
  const { graph } = context
  const fused = linear(context, x, { name: 'Wi', inputSize: size, outputSize: 2 * config.intermediate_size, bias: config.mlp_bias })
  const [input, gate] = graph.nodes('Split', [fused], { axis: 2, num_outputs: 2 }, { outputs: 2 }) as [Value, Value]
  const product = graph.node('Mul', [activate(context, input, config.hidden_activation), gate])
  return linear(context, product, { name: 'Wo', inputSize: config.intermediate_size, outputSize: size, bias: config.mlp_bias })
}

/** ModernBERT's pre-norm encoder, attention near and far in turn (Warner et al. 2024, arXiv:2412.13663, §2.1). */
function encode(context: GraphContext, ids: Value, attentionMask: Value): Encoded {
  const { graph } = context
  const positions = positionRange(context, ids)
  const kind = (mask: Value, theta: number): LayerKind => ({
    mask,
    rotary: rotaryAngles(context, { positions, size: headSize, theta, maxPositions: config.max_position_embeddings }),
  })
  const global = kind(paddingMask(context, attentionMask), config.global_rope_theta)
  const local = kind(localMask(context, attentionMask, config.local_attention / 2), config.local_rope_theta)
  const { embedded, words } = graph.scope('embeddings', () => {
    const tokens = embedding(context, { name: 'tok_embeddings', count: config.vocab_size, size })
    return { embedded: norm(context, tokens.lookup(ids), 'norm'), words: tokens.weight }
  })
  let x = embedded
  for (let layer = 0; layer < config.num_hidden_layers; layer++) {
    x = graph.scope(`layers.${layer}`, () => {
      // the embeddings' norm stands before the first layer already
      const normed = layer === 0 ? x : norm(context, x, 'attn_norm')
      const attended = graph.scope('attn', () =>
        attention(context, normed, layer % config.global_attn_every_n_layers === 0 ? global : local),
      )
      const middle = graph.node('Add', [x, attended])
      const second = norm(context, middle, 'mlp_norm')
      return graph.node('Add', [middle, graph.scope('mlp', () => gatedFeedForward(context, second))])
    })
  }
  return { hidden: norm(context, x, 'final_norm'), words }
}

interface Encoded {
  readonly hidden: Value
  readonly words: Value
}

/** What stands before every decoder and classifier: dense, activation, norm. */
function predictionHead(context: GraphContext, x: Value): Value {
  return context.graph.scope('head', () => {
    const dense = linear(context, x, { name: 'dense', inputSize: size, outputSize: size, bias: false })
    return norm(context, activate(context, dense, config.classifier_activation), 'norm')
  })
}

function encoded(context: GraphContext): Encoded {
  const ids = idsInput(context, 'input_ids')
  const attentionMask = idsInput(context, 'attention_mask')
  return context.graph.scope('model', () => encode(context, ids, attentionMask))
}

function maskedWords(context: GraphContext): void {
  const { graph } = context
  const { hidden, words } = encoded(context)
  const logits = graph.node('Add', [
    tiedHead(context, predictionHead(context, hidden), words),
    context.weight('decoder.bias', [config.vocab_size]),
  ])
  graph.output('logits', logits, 'float32', [batch, sequence, config.vocab_size])
}

const first: Summary = { kind: 'first' }
const classified = (context: GraphContext): TextFeatures => ({ hidden: predictionHead(context, encoded(context).hidden), size })

/** Of each text below the other: `[batch, choices, length]`. */
function choice(context: GraphContext): void {
  const { graph } = context
  const stack = (name: string) => stackChoices(context, graph.input(name, 'int64', [batch, choices, sequence]))
  const { stacked: ids, count } = stack('input_ids')
  const { stacked: mask } = stack('attention_mask')
  const { hidden } = graph.scope('model', () => encode(context, ids, mask))
  choiceClassifier(context, { hidden: predictionHead(context, hidden), size }, first, count)
}

const head = (name: string, build: (context: GraphContext) => void, fields?: TaskHead['config']): TaskHead => ({
  architecture: `ModernBert${name}`,
  graphs: [{ name: 'model', build }],
  ...(fields === undefined ? {} : { config: fields }),
})

const furtherHeads: Readonly<Record<string, TaskHead>> = {
  'feature-extraction': head('Model', (context) =>
    context.graph.output('last_hidden_state', encoded(context).hidden, 'float32', [batch, sequence, size]),
  ),
  'text-classification': head('ForSequenceClassification', (context) => textClassifier(context, classified(context), first), textLabels),
  'question-answering': head('ForQuestionAnswering', (context) => spanClassifier(context, classified(context))),
  'token-classification': head('ForTokenClassification', (context) => textTokenClassifier(context, classified(context)), textLabels),
  'multiple-choice': head('ForMultipleChoice', choice),
}

export const modelTypes: readonly ModelType[] = [
  {
    type: 'modernbert',
    tasks: ['fill-mask', ...Object.keys(furtherHeads)],
    config,
    preprocessor: { kind: 'text', tokenizer: 'BertTokenizer' },
    graphs: [{ name: 'model', build: maskedWords }],
    heads: furtherHeads,
    transformersJs: { autoClass: 'AutoModelForMaskedLM', modelClass: 'ModernBertForMaskedLM' },
    note: 'rotary positions, attention to all tokens in each third layer and to near ones in the others, GeGLU, norms without bias',
  },
]
