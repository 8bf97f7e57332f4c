import type { Value } from '@vitest-hardware/onnx-graph'
import { attention, cachedAttention, type KeyValueCache } from '../../blocks/attention.ts'
import { causalMask } from '../../blocks/attention-mask.ts'
import { embedding } from '../../blocks/embedding.ts'
import { gatedFeedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { rmsNorm } from '../../blocks/norm.ts'
import { relativePositionBias } from '../../blocks/relative-position-bias.ts'
import type { GraphContext } from '../../graph-context.ts'
import { type DecoderInputs, sequenceToSequence } from '../../graphs/sequence-to-sequence.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { flattenedPatches, flattenedPatchesTower, flattenedVisionConfig } from './flattened-patches.ts'

const size = 32
const [layers, heads, innerSize, headSize] = [2, 4, 64, 8]
const [buckets, maxDistance] = [8, 20]
const epsilon = 1e-6
const names = { query: 'query', key: 'key', value: 'value', output: 'output' }
/** T5's attention: no biases, scores not scaled. */
const options = { size, heads, headSize, names, bias: false, scale: 1 } as const

/** T5's decoder under Pix2Struct's names (arXiv:2210.03347, §2): a bias by distance in the first layer's self-attention serves all layers. */
function decoder(
  context: GraphContext,
  { ids, encoderHidden, past }: DecoderInputs,
): { readonly logits: Value; readonly present: readonly KeyValueCache[] } {
  const { graph } = context
  const present: KeyValueCache[] = []
  const norm = (x: Value, name = 'layer_norm'): Value => rmsNorm(context, x, { name, size, epsilon })
  return graph.scope('decoder', () => {
    let x = embedding(context, { name: 'embed_tokens', count: vocabularySize, size, std: 0.25 }).lookup(ids)
    const pastKeys = past[0]?.key
    const bias = graph.scope('layer.0.self_attention.attention', () =>
      relativePositionBias(context, {
        name: 'relative_attention_bias',
        heads,
        buckets,
        maxDistance,
        bidirectional: false,
        queries: ids,
        pastKeys,
      }),
    )
    const biases = [bias, causalMask(context, { queries: ids, pastKeys })]
    for (let layer = 0; layer < layers; layer++) {
      x = graph.scope(`layer.${layer}`, () => {
        const attended = graph.scope('self_attention', () => {
          const normed = norm(x)
          const own = past[layer]
          const self = graph.scope('attention', () =>
            cachedAttention(context, normed, { ...options, biases, ...(own ? { past: own } : {}) }),
          )
          present.push(self.present)
          return graph.node('Add', [x, self.output])
        })
        const read = graph.scope('encoder_decoder_attention', () => {
          const normed = norm(attended)
          return graph.node('Add', [
            attended,
            graph.scope('attention', () => attention(context, normed, { ...options, source: encoderHidden })),
          ])
        })
        return graph.scope('mlp', () => {
          const normed = norm(read)
          const inner = { names: { gate: 'wi_0', up: 'wi_1', down: 'wo' }, size, innerSize, activation: 'gelu_new' } as const
          return graph.node('Add', [read, graph.scope('DenseReluDense', () => gatedFeedForward(context, normed, inner))])
        })
      })
    }
    const logits = linear(context, norm(x, 'final_layer_norm'), {
      name: 'lm_head',
      inputSize: size,
      outputSize: vocabularySize,
      bias: false,
    })
    return { logits, present }
  })
}

const graphs = sequenceToSequence({
  size,
  decoderLayers: layers,
  decoderHeads: heads,
  headSize,
  vocabulary: vocabularySize,
  encoderIsMasked: false,
  encoder: (context) => ({
    hidden: context.graph.scope('encoder', () =>
      flattenedPatchesTower(context, { embeddings: 'embeddings', layers: 'encoder.layer', norm: 'layernorm' }),
    ),
    mask: undefined,
    hiddenLength: flattenedPatches,
  }),
  decoder,
})

export const modelTypes: readonly ModelType[] = [
  {
    type: 'pix2struct',
    tasks: ['image-text-to-text', 'any-to-any'],
    config: {
      model_type: 'pix2struct',
      architectures: ['Pix2StructForConditionalGeneration'],
      is_encoder_decoder: true,
      is_vqa: false,
      tie_word_embeddings: false,
      vision_config: { model_type: 'pix2struct_vision_model', ...flattenedVisionConfig, d_kv: headSize, seq_len: flattenedPatches },
      text_config: {
        model_type: 'pix2struct_text_model',
        vocab_size: vocabularySize,
        hidden_size: size,
        d_kv: headSize,
        d_ff: innerSize,
        num_layers: layers,
        num_heads: heads,
        relative_attention_num_buckets: buckets,
        relative_attention_max_distance: maxDistance,
        layer_norm_epsilon: epsilon,
        dense_act_fn: 'gelu_new',
      },
      decoder_start_token_id: 0,
      pad_token_id: 0,
    },
    preprocessor: { kind: 'none' },
    graphs,
    heads: { 'any-to-any': { architecture: 'Pix2StructForConditionalGeneration', graphs } },
    transformersJs: null,
    note: 'patches bring their row and column; Transformers.js has no class for it, and there is no processor of patches here',
  },
]
