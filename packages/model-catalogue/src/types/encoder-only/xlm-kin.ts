import type { Value } from '@vitest-hardware/onnx-graph'
import { encoderLayer, encodeText, type TextEncoderSpec } from '../../architectures/text-encoder.ts'
import { spanClassifier } from '../../heads/causal-text.ts'
import { textClassifier, textLabels, textTokenClassifier, type TextFeatures } from '../../heads/text.ts'
import { multiply } from '../../blocks/arithmetic.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, idsInput, sequence } from '../../graphs/text-inputs.ts'
import type { GraphFile, ModelConfig, ModelType } from '../../model-type.ts'
import { bertLikeSpec, textPreprocessor } from './encoder-parts.ts'

const size = 32

function config(type: string, architecture: string, fields: Readonly<Record<string, unknown>>): ModelConfig {
  return {
    model_type: type,
    architectures: [architecture],
    vocab_size: 128,
    emb_dim: size,
    n_layers: 2,
    n_heads: 4,
    dropout: 0.1,
    attention_dropout: 0.1,
    gelu_activation: true,
    sinusoidal_embeddings: false,
    causal: false,
    asm: false,
    n_langs: 1,
    use_lang_emb: true,
    max_position_embeddings: 512,
    embed_init_std: 0.02,
    layer_norm_eps: 1e-12,
    pad_index: 0,
    unk_index: 1,
    pad_token_id: 0,
    ...fields,
  }
}

/** Upstream's names: lists of modules, one list for each kind of layer, so that a layer's number stands at the end. */
const layerNames = (layer: number) => ({
  query: `attentions.${layer}.q_lin`,
  key: `attentions.${layer}.k_lin`,
  value: `attentions.${layer}.v_lin`,
  output: `attentions.${layer}.out_lin`,
  attentionNorm: `layer_norm1.${layer}`,
  up: `ffns.${layer}.lin1`,
  down: `ffns.${layer}.lin2`,
  outputNorm: `layer_norm2.${layer}`,
})

/**
 * XLM's encoder: embeddings masked, norms behind each sublayer, and each layer's answer masked again (Lample & Conneau 2019, arXiv:1901.07291).
 * Flaubert may have its norms before the sublayers (Le et al. 2020, arXiv:1912.05372).
 */
function xlmSpec({ isPreNorm }: { readonly isPreNorm: boolean }): TextEncoderSpec {
  const base = bertLikeSpec({ tokenTypes: 0, innerSize: 4 * size, norm: isPreNorm ? 'pre' : 'post' })
  const masked = (context: GraphContext, x: Value, attentionMask: Value): Value => {
    const { graph } = context
    return multiply(context, x, graph.node('Cast', [graph.node('Unsqueeze', [attentionMask, graph.constant('int64', [2])])], { to: 1 }))
  }
  return {
    ...base,
    layerName: () => 'layers',
    layer(context, x, shared, index) {
      const start = index === 0 ? masked(context, x, shared.inputs.attentionMask) : x
      const hidden = encoderLayer({ ...base, names: layerNames(index) }, context, start, shared, index)
      return masked(context, hidden, shared.inputs.attentionMask)
    },
  }
}

function text(context: GraphContext, spec: TextEncoderSpec): TextFeatures {
  const inputs = { ids: idsInput(context, 'input_ids'), attentionMask: idsInput(context, 'attention_mask'), further: {} }
  return context.graph.scope('transformer', () => encodeText(context, spec, inputs))
}

/** Upstream's `proj`: the words' embeddings and a bias, without a layer before them. */
function languageModel(context: GraphContext, spec: TextEncoderSpec): void {
  const { graph } = context
  const { hidden, words } = text(context, spec)
  const scores = graph.node('MatMul', [hidden, graph.node('Transpose', [words!], { perm: [1, 0] })])
  graph.output('logits', graph.node('Add', [scores, context.weight('pred_layer.proj.bias', [spec.vocabulary])]), 'float32', [
    batch,
    sequence,
    spec.vocabulary,
  ])
}

function xlmType(type: string, prefix: string, fields: Readonly<Record<string, unknown>>, isPreNorm: boolean, note?: string): ModelType {
  const spec = xlmSpec({ isPreNorm })
  const graphs = (build: (context: GraphContext) => void): readonly [GraphFile] => [{ name: 'model', build }]
  const fill = graphs((context) => languageModel(context, spec))
  const first = { kind: 'first' } as const
  return {
    type,
    tasks: ['fill-mask', 'feature-extraction', 'pretraining', 'text-classification', 'token-classification', 'question-answering'],
    config: config(type, `${prefix}WithLMHeadModel`, fields),
    preprocessor: textPreprocessor('BertTokenizer'),
    graphs: fill,
    heads: {
      'feature-extraction': {
        architecture: `${prefix}Model`,
        graphs: graphs((context) =>
          context.graph.output('last_hidden_state', text(context, spec).hidden, 'float32', [batch, sequence, size]),
        ),
      },
      pretraining: { architecture: `${prefix}WithLMHeadModel`, graphs: fill },
      'text-classification': {
        architecture: `${prefix}ForSequenceClassification`,
        graphs: graphs((context) => textClassifier(context, text(context, spec), first, 'sequence_summary.summary')),
        config: textLabels,
      },
      'token-classification': {
        architecture: `${prefix}ForTokenClassification`,
        graphs: graphs((context) => textTokenClassifier(context, text(context, spec))),
        config: textLabels,
      },
      'question-answering': {
        architecture: `${prefix}ForQuestionAnsweringSimple`,
        graphs: graphs((context) => spanClassifier(context, text(context, spec))),
      },
    },
    transformersJs: null,
    note: [...(note === undefined ? [] : [note]), `${type}'s tokenizer is another's here, so Transformers.js is not tried`].join('; '),
  }
}

export const modelTypes: readonly ModelType[] = [
  xlmType('xlm', 'XLM', {}, false),
  xlmType(
    'flaubert',
    'Flaubert',
    { pre_norm: true, layerdrop: 0 },
    true,
    'norms before the sublayers, as the larger checkpoints have them (`pre_norm`)',
  ),
]
