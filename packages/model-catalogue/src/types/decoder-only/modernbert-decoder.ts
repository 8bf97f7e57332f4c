import type { Value } from '@vitest-hardware/onnx-graph'
import { activate } from '../../blocks/activation.ts'
import { add } from '../../blocks/arithmetic.ts'
import { attention } from '../../blocks/attention.ts'
import { causalMask } from '../../blocks/attention-mask.ts'
import { embedding, tiedHead } from '../../blocks/embedding.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { positionRange } from '../../blocks/position.ts'
import { rotaryAngles } from '../../blocks/rotary-position.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, idsInput, sequence } from '../../graphs/text-inputs.ts'
import { causalLabels, hiddenStateOutput, lastTokenClassifier } from '../../heads/causal-text.ts'
import { type GraphFile, type ModelType, vocabularySize } from '../../model-type.ts'

const config = {
  model_type: 'modernbert-decoder',
  architectures: ['ModernBertDecoderForCausalLM'],
  vocab_size: vocabularySize,
  hidden_size: 32,
  intermediate_size: 48,
  num_hidden_layers: 3,
  num_attention_heads: 4,
  hidden_activation: 'gelu',
  max_position_embeddings: 512,
  norm_eps: 1e-5,
  norm_bias: false,
  attention_bias: false,
  mlp_bias: false,
  decoder_bias: true,
  classifier_activation: 'gelu',
  global_attn_every_n_layers: 3,
  global_rope_theta: 160_000,
  local_attention: 8,
  local_rope_theta: 10_000,
  tie_word_embeddings: true,
  pad_token_id: 0,
} as const

const { hidden_size: size, num_attention_heads: heads } = config
const norm = (context: GraphContext, x: Value, name: string): Value =>
  layerNorm(context, x, { name, size, epsilon: config.norm_eps, bias: false })

function gated(context: GraphContext, x: Value): Value {
  const { graph } = context
  const fused = linear(context, x, { name: 'Wi', inputSize: size, outputSize: 2 * config.intermediate_size, bias: false })
  const [input, gate] = graph.nodes('Split', [fused], { axis: 2, num_outputs: 2 }, { outputs: 2 }) as [Value, Value]
  const product = graph.node('Mul', [activate(context, input, config.hidden_activation), gate])
  return linear(context, product, { name: 'Wo', inputSize: config.intermediate_size, outputSize: size, bias: false })
}

/** ModernBERT from left to right: all earlier tokens in each third layer, near ones in the others (Weller et al. 2025, arXiv:2507.11412, §3). */
function encode(context: GraphContext) {
  const { graph } = context
  const ids = idsInput(context, 'input_ids')
  const attentionMask = idsInput(context, 'attention_mask')
  return graph.scope('model', () => {
    const positions = positionRange(context, ids)
    const kind = (theta: number, window?: number) => ({
      rotary: rotaryAngles(context, { positions, size: size / heads, theta }),
      biases: [causalMask(context, { queries: ids, attentionMask, ...(window === undefined ? {} : { window }) })],
    })
    const [global, local] = [kind(config.global_rope_theta), kind(config.local_rope_theta, config.local_attention / 2 + 1)]
    const { embedded, words } = graph.scope('embeddings', () => {
      const tokens = embedding(context, { name: 'tok_embeddings', count: config.vocab_size, size })
      return { embedded: norm(context, tokens.lookup(ids), 'norm'), words: tokens.weight }
    })
    let x = embedded
    for (let layer = 0; layer < config.num_hidden_layers; layer++) {
      x = graph.scope(`layers.${layer}`, () => {
        const normed = layer === 0 ? x : norm(context, x, 'attn_norm')
        const names = { query: 'attn.q_proj', key: 'attn.k_proj', value: 'attn.v_proj', output: 'attn.Wo' }
        const shared = layer % config.global_attn_every_n_layers === 0 ? global : local
        const middle = add(context, x, attention(context, normed, { size, heads, names, bias: false, ...shared }))
        return add(
          context,
          middle,
          graph.scope('mlp', () => gated(context, norm(context, middle, 'mlp_norm'))),
        )
      })
    }
    return { hidden: norm(context, x, 'final_norm'), words, attentionMask, size }
  })
}

/** Dense, activation and norm before the head. */
function predicted(context: GraphContext, hidden: Value, name: string): Value {
  return context.graph.scope(name, () => {
    const dense = linear(context, hidden, { name: 'dense', inputSize: size, outputSize: size, bias: false })
    return norm(context, activate(context, dense, config.classifier_activation), 'norm')
  })
}

const one = (build: (context: GraphContext) => void): readonly [GraphFile] => [{ name: 'model', build }]

export const modelTypes: readonly ModelType[] = [
  {
    type: 'modernbert-decoder',
    tasks: ['text-generation', 'feature-extraction', 'text-classification'],
    config,
    preprocessor: { kind: 'text', tokenizer: 'BertTokenizer' },
    graphs: one((context) => {
      const { hidden, words } = encode(context)
      const logits = add(
        context,
        tiedHead(context, predicted(context, hidden, 'lm_head'), words),
        context.weight('decoder.bias', [config.vocab_size]),
      )
      context.graph.output('logits', logits, 'float32', [batch, sequence, config.vocab_size])
    }),
    heads: {
      'feature-extraction': {
        architecture: 'ModernBertDecoderModel',
        graphs: one((context) => hiddenStateOutput(context, encode(context))),
      },
      'text-classification': {
        architecture: 'ModernBertDecoderForSequenceClassification',
        graphs: one((context) => {
          const text = encode(context)
          lastTokenClassifier(context, { ...text, hidden: predicted(context, text.hidden, 'head') }, 'classifier')
        }),
        config: causalLabels,
      },
    },
    transformersJs: null,
    note: 'without a cache here, which Transformers.js’ class for it needs',
  },
]
