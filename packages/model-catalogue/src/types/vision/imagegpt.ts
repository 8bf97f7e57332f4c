import type { Value } from '@vitest-hardware/onnx-graph'
import { append, dotProductAttention, type KeyValueCache, splitHeads } from '../../blocks/attention.ts'
import { causalMask } from '../../blocks/attention-mask.ts'
import { embedding } from '../../blocks/embedding.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { rmsNorm } from '../../blocks/norm.ts'
import { learnedPositions, positionRange } from '../../blocks/position.ts'
import type { GraphContext } from '../../graph-context.ts'
import { causalLanguageModel } from '../../graphs/causal-language-model.ts'
import { batch, idsInput, sequence } from '../../graphs/text-inputs.ts'
import { labelCount, meanOfTokens } from '../../heads/vision.ts'
import type { ModelType, TaskHead } from '../../model-type.ts'
import { visionType } from './vision-type.ts'

const colours = 64
const config = {
  // colours, and the token that a picture starts with
  vocab_size: colours + 1,
  n_positions: 64,
  n_embd: 32,
  n_layer: 2,
  n_head: 4,
  n_inner: null,
  activation_function: 'quick_gelu',
  resid_pdrop: 0.1,
  embd_pdrop: 0.1,
  attn_pdrop: 0.1,
  layer_norm_epsilon: 1e-5,
  initializer_range: 0.02,
  scale_attn_weights: true,
  use_cache: true,
  tie_word_embeddings: false,
  scale_attn_by_inverse_layer_idx: false,
  reorder_and_upcast_attn: false,
} as const
const { n_embd: size, n_head: heads, layer_norm_epsilon: epsilon } = config
const headSize = size / heads

interface Run {
  readonly ids: Value
  readonly positions: Value
  readonly mask: Value
  readonly past: readonly KeyValueCache[]
}

/** GPT-2's layers on colours in reading order, with norms that do not centre (Chen et al. 2020, "Generative Pretraining from Pixels", §2). */
function body(
  context: GraphContext,
  { ids, positions, mask, past }: Run,
): { readonly hidden: Value; readonly present: readonly KeyValueCache[] } {
  const { graph } = context
  const present: KeyValueCache[] = []
  const norm = (x: Value, name: string): Value => rmsNorm(context, x, { name, size, epsilon })
  const attend = (x: Value, layer: number): Value => {
    const fused = linear(context, x, { name: 'c_attn', inputSize: size, outputSize: 3 * size })
    const [query, key, value] = graph
      .nodes('Split', [fused], { axis: 2, num_outputs: 3 }, { outputs: 3 })
      .map((part) => splitHeads(context, part, heads, headSize)) as [Value, Value, Value]
    const kept = append(context, past[layer], { key, value })
    present.push(kept)
    const merged = dotProductAttention(context, { query, ...kept, scale: 1 / Math.sqrt(headSize), biases: [mask], size })
    return linear(context, merged, { name: 'c_proj', inputSize: size, outputSize: size })
  }
  const hidden = graph.scope('transformer', () => {
    const tokens = embedding(context, { name: 'wte', count: config.vocab_size, size })
    let x = graph.node('Add', [tokens.lookup(ids), learnedPositions(context, { name: 'wpe', count: config.n_positions, size, positions })])
    for (let layer = 0; layer < config.n_layer; layer++) {
      x = graph.scope(`h.${layer}`, () => {
        const before = norm(x, 'ln_1')
        const middle = graph.node('Add', [graph.scope('attn', () => attend(before, layer)), x])
        const after = norm(middle, 'ln_2')
        const names = { up: 'c_fc', down: 'c_proj' }
        const options = { names, size, innerSize: 4 * size, activation: config.activation_function }
        return graph.node('Add', [middle, graph.scope('mlp', () => feedForward(context, after, options))])
      })
    }
    return norm(x, 'ln_f')
  })
  return { hidden, present }
}

/** A whole picture at once. */
function whole(context: GraphContext): Value {
  const ids = idsInput(context, 'input_ids')
  const mask = causalMask(context, { queries: ids })
  return body(context, { ids, positions: positionRange(context, ids), mask, past: [] }).hidden
}

const head = (architecture: string, build: (context: GraphContext) => void): TaskHead => ({
  architecture,
  graphs: [{ name: 'model', build }],
})
const bare = head('ImageGPTModel', (context) =>
  context.graph.output('last_hidden_state', whole(context), 'float32', [batch, sequence, size]),
)

export const modelTypes: readonly ModelType[] = [
  visionType({
    type: 'imagegpt',
    config,
    heads: {
      'image-classification': head('ImageGPTForImageClassification', (context) => {
        const pooled = meanOfTokens(context, whole(context))
        const logits = linear(context, pooled, { name: 'score', inputSize: size, outputSize: labelCount, bias: false })
        context.graph.output('logits', logits, 'float32', [batch, labelCount])
      }),
      'feature-extraction': bare,
      'image-feature-extraction': bare,
      'causal-image-modeling': head('ImageGPTForCausalImageModeling', (context) =>
        causalLanguageModel(context, {
          layers: config.n_layer,
          keyValueHeads: heads,
          headSize,
          vocabulary: colours,
          body: ({ ids, attentionMask, positions, past }) => {
            const { hidden, present } = body(context, { ids, positions, mask: causalMask(context, { queries: ids, attentionMask }), past })
            return { logits: linear(context, hidden, { name: 'lm_head', inputSize: size, outputSize: colours, bias: false }), present }
          },
        }),
      ),
    },
    processor: 'ImageGPTImageProcessor',
    processing: { size: { height: 8, width: 8 }, extra: { do_color_quantize: true } },
    transformersJs: null,
    note: 'reads colours as `input_ids`, as its image processor gives them',
  }),
]
