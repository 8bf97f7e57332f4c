import type { Value } from '@vitest-hardware/onnx-graph'
import { add, reshape } from '../../blocks/arithmetic.ts'
import { activate } from '../../blocks/activation.ts'
import { attention } from '../../blocks/attention.ts'
import { causalMask } from '../../blocks/attention-mask.ts'
import { embedding } from '../../blocks/embedding.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, idsInput, sequence } from '../../graphs/text-inputs.ts'
import type { ModelType } from '../../model-type.ts'

const config = {
  model_type: 'decision_transformer',
  architectures: ['DecisionTransformerModel'],
  state_dim: 6,
  act_dim: 3,
  hidden_size: 32,
  max_ep_len: 64,
  action_tanh: true,
  vocab_size: 1,
  n_positions: 512,
  n_layer: 2,
  n_head: 4,
  n_inner: null,
  activation_function: 'relu',
  layer_norm_epsilon: 1e-5,
} as const

const size = config.hidden_size
/** Return, state and action of a step, in this order. */
const kinds = 3

/**
 * Returns, states and actions of an episode as one sequence through GPT-2's layers without its positions, a step's own embedding in their place
 * (Chen et al. 2021, arXiv:2106.01345, §3): predictions of the state, the action and the return behind each step.
 */
function build(context: GraphContext): void {
  const { graph } = context
  const { state_dim: states, act_dim: actions } = config
  const real = (name: string, width: number): Value => graph.input(name, 'float32', [batch, sequence, width])
  const inputs = { states: real('states', states), actions: real('actions', actions), returns: real('returns_to_go', 1) }
  const timesteps = idsInput(context, 'timesteps')
  const mask = idsInput(context, 'attention_mask')
  const time = embedding(context, { name: 'embed_timestep', count: config.max_ep_len, size }).lookup(timesteps)
  const embed = (x: Value, name: string, width: number): Value =>
    add(context, linear(context, x, { name, inputSize: width, outputSize: size }), time)
  const parts = [
    embed(inputs.returns, 'embed_return', 1),
    embed(inputs.states, 'embed_state', states),
    embed(inputs.actions, 'embed_action', actions),
  ]
  const stacked = graph.node(
    'Concat',
    parts.map((part) => graph.node('Unsqueeze', [part, graph.constant('int64', [2])])),
    { axis: 2 },
  )
  const tokens = layerNorm(context, reshape(context, stacked, [0, -1, size]), { name: 'embed_ln', size, epsilon: 1e-5 })
  const wide = graph.node('Expand', [graph.node('Unsqueeze', [mask, graph.constant('int64', [2])]), graph.constant('int64', [1, 1, kinds])])
  const tokenMask = reshape(context, wide, [0, -1])
  const hidden = graph.scope('encoder', () => {
    const biases = [causalMask(context, { queries: tokens, attentionMask: tokenMask })]
    let x = tokens
    for (let layer = 0; layer < config.n_layer; layer++) {
      x = graph.scope(`h.${layer}`, () => {
        const norm = (value: Value, name: string): Value => layerNorm(context, value, { name, size, epsilon: config.layer_norm_epsilon })
        const names = { query: 'attn.q', key: 'attn.k', value: 'attn.v', output: 'attn.c_proj' }
        const middle = add(context, x, attention(context, norm(x, 'ln_1'), { size, heads: config.n_head, names, biases }))
        const fed = feedForward(context, norm(middle, 'ln_2'), {
          names: { up: 'mlp.c_fc', down: 'mlp.c_proj' },
          size,
          innerSize: 4 * size,
          activation: config.activation_function,
        })
        return add(context, middle, fed)
      })
    }
    return layerNorm(context, x, { name: 'ln_f', size, epsilon: config.layer_norm_epsilon })
  })
  const byKind = reshape(context, hidden, [0, -1, kinds, size])
  const behind = (kind: number): Value => graph.node('Gather', [byKind, graph.constant('int64', kind)], { axis: 2 })
  graph.output('state_preds', linear(context, behind(2), { name: 'predict_state', inputSize: size, outputSize: states }), 'float32', [
    batch,
    sequence,
    states,
  ])
  const action = activate(context, linear(context, behind(1), { name: 'predict_action.0', inputSize: size, outputSize: actions }), 'tanh')
  graph.output('action_preds', action, 'float32', [batch, sequence, actions])
  graph.output('return_preds', linear(context, behind(2), { name: 'predict_return', inputSize: size, outputSize: 1 }), 'float32', [
    batch,
    sequence,
    1,
  ])
}

export const modelTypes: readonly ModelType[] = [
  {
    type: 'decision_transformer',
    tasks: ['feature-extraction'],
    config,
    preprocessor: { kind: 'none' },
    graphs: [{ name: 'model', build }],
    transformersJs: null,
    note: 'queries, keys and values of a layer are apart here, where upstream has one product; Transformers.js is tried with inputs that it makes itself, of which an episode is none',
  },
]
