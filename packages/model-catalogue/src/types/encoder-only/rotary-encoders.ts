import type { Value } from '@vitest-hardware/onnx-graph'
import { encoderType } from '../../architectures/text-encoder-type.ts'
import { bertLayerNames, type TextEncoderSpec } from '../../architectures/text-encoder.ts'
import { multiply } from '../../blocks/arithmetic.ts'
import { attention } from '../../blocks/attention.ts'
import { gatedFeedForward } from '../../blocks/feed-forward.ts'
import { rmsNorm } from '../../blocks/norm.ts'
import { positionRange } from '../../blocks/position.ts'
import { type RotaryAngles, rotaryAngles } from '../../blocks/rotary-position.ts'
import type { GraphContext } from '../../graph-context.ts'
import type { ModelType } from '../../model-type.ts'
import { bertHead, bertLikeConfig, bertLikeSpec, maskedByTransformersJs, robertaHead, textPreprocessor } from './encoder-parts.ts'

const [size, heads, headSize, innerSize] = [32, 4, 8, 64]

const rotary =
  (theta: number): NonNullable<TextEncoderSpec['own']> =>
  (context, { ids }) =>
    rotaryAngles(context, { positions: positionRange(context, ids), size: headSize, theta })

/** Llama's layer, seen both ways: RMS norms before grouped-query attention and SwiGLU (Boizard et al. 2025, arXiv:2503.05500, §2.1). */
function euroLayer(context: GraphContext, x: Value, { mask, own }: { readonly mask: Value; readonly own: unknown }): Value {
  const { graph } = context
  const norm = (value: Value, name: string): Value => rmsNorm(context, value, { name, size, epsilon: 1e-5 })
  const normed = norm(x, 'input_layernorm')
  const attended = graph.scope('self_attn', () =>
    attention(context, normed, { size, heads, keyValueHeads: 2, bias: false, rotary: own as RotaryAngles, biases: [mask] }),
  )
  const middle = graph.node('Add', [x, attended])
  const second = norm(middle, 'post_attention_layernorm')
  return graph.node('Add', [middle, graph.scope('mlp', () => gatedFeedForward(context, second, { size, innerSize, activation: 'silu' }))])
}

const esmNames = { ...bertLayerNames, attentionNorm: 'attention.LayerNorm', outputNorm: 'LayerNorm' }
const esmSpec = bertLikeSpec({
  tokenTypes: 0,
  positions: 'none',
  embeddingNorm: false,
  epsilon: 1e-5,
  norm: 'pre',
  names: esmNames,
  finalNorm: 'encoder.emb_layer_norm_after',
  // masked tokens embed as nothing, and the others by the share of masks that training had (upstream's `token_dropout`)
  embed: (context, { attentionMask }, words) => {
    const { graph } = context
    const kept = graph.node('Cast', [graph.node('Unsqueeze', [attentionMask, graph.constant('int64', [2])])], { to: 1 })
    return multiply(context, graph.node('Mul', [words, graph.constant('float32', 1 - 0.15 * 0.8)]), kept)
  },
  own: rotary(10_000),
  attentionOptions: (_, { own }) => ({ rotary: own as RotaryAngles }),
})

const nomicSpec = bertLikeSpec({
  positions: 'none',
  names: {
    ...bertLayerNames,
    query: 'attention.q_proj',
    key: 'attention.k_proj',
    value: 'attention.v_proj',
    output: 'attention.o_proj',
    attentionNorm: 'post_attention_layernorm',
    outputNorm: 'post_mlp_layernorm',
  },
  own: rotary(1_000),
  attentionOptions: (_, { own }) => ({ rotary: own as RotaryAngles, bias: false }),
  feed: (context, x) => context.graph.scope('mlp', () => gatedFeedForward(context, x, { size, innerSize, activation: 'silu' })),
})

const euroSpec = bertLikeSpec({
  tokenTypes: 0,
  positions: 'none',
  embeddingNorm: false,
  activation: 'silu',
  own: rotary(250_000),
  layer: euroLayer,
  finish: (context, x) => rmsNorm(context, x, { name: 'norm', size, epsilon: 1e-5 }),
  layerName: (index) => `layers.${index}`,
})

export const modelTypes: readonly ModelType[] = [
  encoderType('esm', {
    config: bertLikeConfig('esm', 'EsmForMaskedLM', {
      type_vocab_size: 0,
      position_embedding_type: 'rotary',
      emb_layer_norm_before: false,
      token_dropout: true,
      layer_norm_eps: 1e-5,
      mask_token_id: 4,
    }),
    spec: esmSpec,
    scope: 'esm',
    prefix: 'Esm',
    tasks: ['fill-mask', 'feature-extraction', 'text-classification', 'token-classification'],
    masked: robertaHead(),
    summary: { kind: 'dense', activation: 'tanh' },
    pooler: { kind: 'pooler', scope: 'esm.pooler' },
    preprocessor: textPreprocessor('BertTokenizer'),
    transformersJs: maskedByTransformersJs('EsmForMaskedLM'),
    note: 'a protein model: rotary positions, norms before the sublayers, embeddings scaled for the masks that training had; the tokenizer is another’s',
  }),
  encoderType('nomic_bert', {
    config: bertLikeConfig('nomic_bert', 'NomicBertForMaskedLM', { hidden_act: 'silu', rope_theta: 1_000, head_dim: headSize }),
    spec: nomicSpec,
    scope: 'model',
    prefix: 'NomicBert',
    tasks: ['fill-mask', 'feature-extraction', 'text-classification', 'token-classification'],
    masked: bertHead({ activation: 'silu' }),
    summary: { kind: 'pooler', scope: 'model.pooler' },
    pooler: { kind: 'pooler', scope: 'model.pooler' },
    preprocessor: textPreprocessor('BertTokenizer'),
    note: 'Transformers.js 4.3 knows it by the older code’s export, whose inputs differ',
  }),
  encoderType('eurobert', {
    config: bertLikeConfig('eurobert', 'EuroBertModel', {
      hidden_act: 'silu',
      num_key_value_heads: 2,
      rms_norm_eps: 1e-5,
      rope_theta: 250_000,
      attention_bias: false,
      mlp_bias: false,
      classifier_pooling: 'late',
    }),
    spec: euroSpec,
    scope: 'model',
    prefix: 'EuroBert',
    tasks: ['feature-extraction'],
    summary: { kind: 'dense', activation: 'gelu' },
    preprocessor: textPreprocessor('PreTrainedTokenizerFast'),
  }),
]
