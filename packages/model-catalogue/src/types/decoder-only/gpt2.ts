import type { Value } from '@vitest-hardware/onnx-graph'
import { append, dotProductAttention, type KeyValueCache, splitHeads } from '../../blocks/attention.ts'
import { causalMask } from '../../blocks/attention-mask.ts'
import { embedding, tiedHead } from '../../blocks/embedding.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { learnedPositions } from '../../blocks/position.ts'
import type { GraphContext } from '../../graph-context.ts'
import { type CausalInputs, causalLanguageModel } from '../../graphs/causal-language-model.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'

const config = {
  model_type: 'gpt2',
  architectures: ['GPT2LMHeadModel'],
  vocab_size: vocabularySize,
  n_positions: 512,
  n_embd: 32,
  n_layer: 2,
  n_head: 4,
  n_inner: null,
  activation_function: 'gelu_new',
  resid_pdrop: 0.1,
  embd_pdrop: 0.1,
  attn_pdrop: 0.1,
  layer_norm_epsilon: 1e-5,
  initializer_range: 0.02,
  scale_attn_weights: true,
  use_cache: true,
  bos_token_id: vocabularySize - 1,
  eos_token_id: vocabularySize - 1,
} as const

const { n_embd: size, n_head: heads, layer_norm_epsilon: epsilon } = config
const headSize = size / heads

/** Causal self-attention with one fused projection `c_attn`. */
function fusedAttention(
  context: GraphContext,
  x: Value,
  mask: Value,
  past: KeyValueCache | undefined,
): { output: Value; present: KeyValueCache } {
  const { graph } = context
  const fused = linear(context, x, { name: 'c_attn', inputSize: size, outputSize: 3 * size })
  const [query, key, value] = graph
    .nodes('Split', [fused], { axis: 2, num_outputs: 3 }, { outputs: 3 })
    .map((part) => splitHeads(context, part, heads, headSize)) as [Value, Value, Value]
  const present = append(context, past, { key, value })
  const merged = dotProductAttention(context, { query, ...present, scale: 1 / Math.sqrt(headSize), biases: [mask], size })
  return { output: linear(context, merged, { name: 'c_proj', inputSize: size, outputSize: size }), present }
}

/** GPT-2's pre-norm decoder (Radford et al. 2019, "Language Models are Unsupervised Multitask Learners", §2.3). */
function body(context: GraphContext, { ids, attentionMask, positions, past }: CausalInputs): { logits: Value; present: KeyValueCache[] } {
  const { graph } = context
  const present: KeyValueCache[] = []
  return graph.scope('transformer', () => {
    const tokens = embedding(context, { name: 'wte', count: config.vocab_size, size })
    const placed = learnedPositions(context, { name: 'wpe', count: config.n_positions, size, positions })
    const mask = causalMask(context, { queries: ids, attentionMask })
    let x = graph.node('Add', [tokens.lookup(ids), placed])
    for (let layer = 0; layer < config.n_layer; layer++) {
      x = graph.scope(`h.${layer}`, () => {
        const normed = layerNorm(context, x, { name: 'ln_1', size, epsilon })
        const attended = graph.scope('attn', () => fusedAttention(context, normed, mask, past[layer]))
        present.push(attended.present)
        const middle = graph.node('Add', [attended.output, x])
        const second = layerNorm(context, middle, { name: 'ln_2', size, epsilon })
        const names = { up: 'c_fc', down: 'c_proj' }
        const fed = graph.scope('mlp', () =>
          feedForward(context, second, { names, size, innerSize: 4 * size, activation: config.activation_function }),
        )
        return graph.node('Add', [middle, fed])
      })
    }
    return { logits: tiedHead(context, layerNorm(context, x, { name: 'ln_f', size, epsilon }), tokens.weight), present }
  })
}

export const modelTypes: readonly ModelType[] = [
  {
    type: 'gpt2',
    tasks: ['text-generation'],
    config,
    preprocessor: { kind: 'text', tokenizer: 'GPT2Tokenizer' },
    graphs: [
      {
        name: 'model',
        build: (context) =>
          causalLanguageModel(context, {
            layers: config.n_layer,
            keyValueHeads: heads,
            headSize,
            vocabulary: config.vocab_size,
            body: (inputs) => body(context, inputs),
          }),
      },
    ],
    transformersJs: { autoClass: 'AutoModelForCausalLM', modelClass: 'GPT2LMHeadModel' },
  },
]
