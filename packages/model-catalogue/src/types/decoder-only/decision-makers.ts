import type { Value } from '@vitest-hardware/onnx-graph'
import { decoderBody } from '../../architectures/causal-decoder.ts'
import type { DecoderSpec } from '../../architectures/decoder-spec.ts'
import { add, reshape, unsqueeze } from '../../blocks/arithmetic.ts'
import { attention } from '../../blocks/attention.ts'
import { length } from '../../blocks/attention-mask.ts'
import { embedding } from '../../blocks/embedding.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, idsInput, sequence } from '../../graphs/text-inputs.ts'
import type { ModelType } from '../../model-type.ts'
import { heads, headSize, layerCount, layerNormDecoder, layers, network, size } from './decoder-parts.ts'

const stateSize = 5
const actionSize = 3
const episode = 64

/** GPT-2's layers; all tokens stand at its position 0, since the time of an episode is embedded outside. */
const spec: DecoderSpec = layerNormDecoder({
  names: { body: 'encoder', layers: 'h', finalNorm: 'ln_f' },
  layers: layers({
    mixer: {
      name: 'attn',
      heads,
      headSize,
      projections: { name: 'c_attn', bias: true, layout: 'stacked' },
      output: { name: 'c_proj', bias: true },
    },
    norms: ['ln_1', 'ln_2'],
    feedForward: network('mlp', 'c_fc', 'c_proj', 'relu'),
  }),
  positions: { kind: 'learned', name: 'wpe', count: 1 },
  logits: { tied: false },
})

/** Return, state and action of each step in turn (Chen et al. 2021, arXiv:2106.01345, Algorithm 1). */
function buildDecision(context: GraphContext): void {
  const { graph } = context
  const states = graph.input('states', 'float32', [batch, sequence, stateSize])
  const actions = graph.input('actions', 'float32', [batch, sequence, actionSize])
  const returns = graph.input('returns_to_go', 'float32', [batch, sequence, 1])
  const timesteps = idsInput(context, 'timesteps')
  const steps = idsInput(context, 'attention_mask')
  const time = embedding(context, { name: 'embed_timestep', count: episode, size }).lookup(timesteps)
  const token = (x: Value, name: string, inputSize: number): Value =>
    unsqueeze(context, add(context, linear(context, x, { name, inputSize, outputSize: size }), time), 2)
  const parts = [token(returns, 'embed_return', 1), token(states, 'embed_state', stateSize), token(actions, 'embed_action', actionSize)]
  const stacked = reshape(context, graph.node('Concat', parts, { axis: 2 }), [0, -1, size])
  const embeddings = layerNorm(context, stacked, { name: 'embed_ln', size, epsilon: 1e-5 })
  const threefold = graph.node('Expand', [unsqueeze(context, steps, 2), graph.constant('int64', [1, 1, 3])])
  const attentionMask = reshape(context, threefold, [0, -1])
  const { hidden } = decoderBody(context, spec, { embeddings, attentionMask, positions: graph.constant('int64', [0]) })
  const byKind = reshape(context, hidden, [0, -1, 3, size])
  const of = (kind: number): Value => graph.node('Gather', [byKind, graph.constant('int64', kind)], { axis: 2 })
  const predicted = (kind: number, name: string, outputSize: number): Value =>
    linear(context, of(kind), { name, inputSize: size, outputSize })
  graph.output('state_preds', predicted(2, 'predict_state', stateSize), 'float32', [batch, sequence, stateSize])
  graph.output('action_preds', graph.node('Tanh', [predicted(1, 'predict_action.0', actionSize)]), 'float32', [batch, sequence, actionSize])
  graph.output('return_preds', predicted(2, 'predict_return', 1), 'float32', [batch, sequence, 1])
  graph.output('last_hidden_state', hidden, 'float32', [batch, 'tokens', size])
}

const observation = 4
const action = 2
/** Observation, action, reward and value of one step. */
const transition = observation + action + 2
const bins = 15
const blockSize = 64

/** Causal, and blind to the values that were estimated before. */
function trajectoryMask(context: GraphContext, tokens: Value): Value {
  const { graph } = context
  const places = graph.node('Range', [graph.constant('int64', 0), length(context, tokens), graph.constant('int64', 1)])
  const isEarlier = graph.node('LessOrEqual', [places, unsqueeze(context, places, 1)])
  const part = graph.node('Mod', [places, graph.constant('int64', transition)])
  const isShown = graph.node('And', [isEarlier, graph.node('Less', [part, graph.constant('int64', transition - 1)])])
  return graph.node('Where', [isShown, graph.constant('float32', 0), graph.constant('float32', -3.4028234663852886e38)])
}

/** Discretised trajectories as a language, each part of a step with a head of its own (Janner et al. 2021, arXiv:2106.02039, §3). */
function buildTrajectory(context: GraphContext): void {
  const { graph } = context
  const trajectories = idsInput(context, 'trajectories')
  const count = length(context, trajectories)
  const number = (value: number): Value => graph.constant('int64', value)
  const places = graph.node('Range', [number(0), count, number(1)])
  const offsets = graph.node('Mul', [graph.node('Mod', [places, number(transition)]), number(bins)])
  const isStop = graph.node('Equal', [trajectories, number(bins)])
  const tokens = graph.node('Where', [isStop, number(bins * transition), graph.node('Add', [trajectories, offsets])])
  const words = embedding(context, { name: 'tok_emb', count: bins * transition + 1, size }).lookup(tokens)
  const positions = graph.node('Slice', [
    context.weight('pos_emb', [1, blockSize, size], { std: 0.5 }),
    graph.constant('int64', [0]),
    unsqueeze(context, count, 0),
    graph.constant('int64', [1]),
  ])
  let x = add(context, words, positions)
  const biases = [trajectoryMask(context, tokens)]
  const norm = (y: Value, name: string): Value => layerNorm(context, y, { name, size, epsilon: 1e-5 })
  for (let layer = 0; layer < layerCount; layer++) {
    x = graph.scope(`blocks.${layer}`, () => {
      const names = { query: 'query', key: 'key', value: 'value', output: 'proj' }
      const attended = graph.scope('attn', () => attention(context, norm(x, 'ln1'), { size, heads, names, biases }))
      const middle = add(context, x, attended)
      const options = { names: { up: 'l1', down: 'l2' }, size, innerSize: 4 * size, activation: 'gelu' } as const
      return add(context, middle, feedForward(context, norm(middle, 'ln2'), options))
    })
  }
  const logits = partHeads(context, norm(x, 'ln_f'), count)
  graph.output('logits', logits, 'float32', [batch, sequence, bins + 1])
}

/** One linear map for each part of a step; the last step is filled up with zeros and cut again. */
function partHeads(context: GraphContext, hidden: Value, count: Value): Value {
  const { graph } = context
  const missing = unsqueeze(context, graph.node('Mod', [graph.node('Neg', [count]), graph.constant('int64', transition)]), 0)
  const pads = graph.node('Concat', [graph.constant('int64', [0, 0, 0, 0]), missing, graph.constant('int64', [0])], { axis: 0 })
  const whole = reshape(context, graph.node('Pad', [hidden, pads], { mode: 'constant' }), [-1, transition, size])
  const weight = graph.scope('head', () => context.weight('weight', [transition, bins + 1, size], { std: 1 / Math.sqrt(size) }))
  const scores = graph.node('Einsum', [weight, whole], { equation: 'eoi,bei->beo' })
  const items = graph.node('Shape', [hidden], { start: 0, end: 1 })
  const shape = graph.node('Concat', [items, graph.constant('int64', [-1, bins + 1])], { axis: 0 })
  const rows = graph.node('Reshape', [scores, shape])
  return graph.node('Slice', [rows, graph.constant('int64', [0]), unsqueeze(context, count, 0), graph.constant('int64', [1])])
}

const gptFields = { n_layer: layerCount, n_head: heads, initializer_range: 0.02, layer_norm_epsilon: 1e-5 } as const

export const modelTypes: readonly ModelType[] = [
  {
    type: 'decision_transformer',
    tasks: ['feature-extraction'],
    config: {
      model_type: 'decision_transformer',
      architectures: ['DecisionTransformerModel'],
      state_dim: stateSize,
      act_dim: actionSize,
      hidden_size: size,
      max_ep_len: episode,
      action_tanh: true,
      n_positions: 1,
      activation_function: 'relu',
      ...gptFields,
    },
    preprocessor: { kind: 'none' },
    graphs: [{ name: 'model', build: buildDecision }],
    transformersJs: null,
    note: 'GPT-2 over returns, states and actions in turn; upstream reads no rewards; not tried with Transformers.js',
  },
  {
    type: 'trajectory_transformer',
    tasks: ['feature-extraction'],
    config: {
      model_type: 'trajectory_transformer',
      architectures: ['TrajectoryTransformerModel'],
      vocab_size: bins,
      observation_dim: observation,
      action_dim: action,
      transition_dim: transition,
      block_size: blockSize,
      n_embd: size,
      ...gptFields,
    },
    preprocessor: { kind: 'none' },
    graphs: [{ name: 'model', build: buildTrajectory }],
    transformersJs: null,
    note: 'tokens of each part of a step are their own, as is its head; values estimated before are masked; Transformers.js has no class for it',
  },
]
