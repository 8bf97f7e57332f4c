import type { Value } from '@vitest-hardware/onnx-graph'
import { bertLayerNames, encodeText, type TextEncoderSpec } from '../../architectures/text-encoder.ts'
import { activate } from '../../blocks/activation.ts'
import { add, slice, squeeze } from '../../blocks/arithmetic.ts'
import { tiedHead } from '../../blocks/embedding.ts'
import { linear } from '../../blocks/linear.ts'
import { relativeAttention, relativeSinusoids } from '../../blocks/relative-attention.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, idsInput, sequence } from '../../graphs/text-inputs.ts'
import { spanClassifier } from '../../heads/causal-text.ts'
import { textLabelCount, textLabels, textTokenClassifier, type TextFeatures } from '../../heads/text.ts'
import { type GraphFile, type ModelType, vocabularySize } from '../../model-type.ts'
import { bertLikeSpec } from '../encoder-only/encoder-parts.ts'

const size = 32

const config = {
  model_type: 'xlnet',
  architectures: ['XLNetLMHeadModel'],
  vocab_size: vocabularySize,
  d_model: size,
  n_layer: 2,
  n_head: 4,
  d_inner: 64,
  ff_activation: 'gelu',
  attn_type: 'bi',
  bi_data: false,
  untie_r: true,
  clamp_len: -1,
  same_length: false,
  layer_norm_eps: 1e-12,
  summary_type: 'last',
  summary_use_proj: true,
  summary_activation: 'tanh',
  initializer_range: 0.02,
  bos_token_id: 1,
  eos_token_id: 2,
  pad_token_id: 5,
} as const

const names = {
  query: 'rel_attn.q',
  key: 'rel_attn.k',
  value: 'rel_attn.v',
  output: 'rel_attn.o',
  position: 'rel_attn.r',
  contentBias: 'rel_attn.r_w_bias',
  positionBias: 'rel_attn.r_r_bias',
}

/** XLNet without a permutation and without segments: Transformer-XL's relative attention, seen both ways (Yang et al. 2019, arXiv:1906.08237, §2.3 to 2.5). */
const spec: TextEncoderSpec = bertLikeSpec({
  tokenTypes: 0,
  positions: 'none',
  embeddingNorm: false,
  names: { ...bertLayerNames, attentionNorm: 'rel_attn.layer_norm', up: 'ff.layer_1', down: 'ff.layer_2', outputNorm: 'ff.layer_norm' },
  layerName: (index) => `layer.${index}`,
  own: (context, { ids }) => relativeSinusoids(context, ids, size),
  attend: (context, x, { mask, own }) =>
    relativeAttention(context, x, { size, heads: config.n_head, names, bias: false, positions: own as Value, biases: [mask] }),
})

function text(context: GraphContext): TextFeatures & { readonly attentionMask: Value } {
  const inputs = { ids: idsInput(context, 'input_ids'), attentionMask: idsInput(context, 'attention_mask'), further: {} }
  return { ...context.graph.scope('transformer', () => encodeText(context, spec, inputs)), attentionMask: inputs.attentionMask }
}

/** The last token: texts are padded at their beginning here. */
function classify(context: GraphContext): void {
  const last = squeeze(context, slice(context, text(context).hidden, 1, -1), 1)
  const summary = activate(context, linear(context, last, { name: 'sequence_summary.summary', inputSize: size, outputSize: size }), 'tanh')
  const logits = linear(context, summary, { name: 'logits_proj', inputSize: size, outputSize: textLabelCount })
  context.graph.output('logits', logits, 'float32', [batch, textLabelCount])
}

const one = (build: (context: GraphContext) => void): readonly [GraphFile] => [{ name: 'model', build }]

const languageModel = one((context) => {
  const { hidden, words } = text(context)
  const logits = add(context, tiedHead(context, hidden, words!), context.weight('lm_loss.bias', [vocabularySize]))
  context.graph.output('logits', logits, 'float32', [batch, sequence, vocabularySize])
})

export const modelTypes: readonly ModelType[] = [
  {
    type: 'xlnet',
    tasks: ['text-generation', 'feature-extraction', 'pretraining', 'text-classification', 'question-answering', 'token-classification'],
    config,
    preprocessor: { kind: 'text', tokenizer: 'T5Tokenizer' },
    graphs: languageModel,
    heads: {
      'feature-extraction': {
        architecture: 'XLNetModel',
        graphs: one((context) => context.graph.output('last_hidden_state', text(context).hidden, 'float32', [batch, sequence, size])),
      },
      pretraining: { architecture: 'XLNetLMHeadModel', graphs: languageModel },
      'text-classification': { architecture: 'XLNetForSequenceClassification', graphs: one(classify), config: textLabels },
      'question-answering': {
        architecture: 'XLNetForQuestionAnsweringSimple',
        graphs: one((context) => spanClassifier(context, text(context))),
      },
      'token-classification': {
        architecture: 'XLNetForTokenClassification',
        graphs: one((context) => textTokenClassifier(context, text(context))),
        config: textLabels,
      },
    },
    transformersJs: null,
    note: 'without a permutation a token sees all others, as upstream’s forward pass does; Transformers.js 4.3 has no class for xlnet',
  },
]
