import type { Value } from '@vitest-hardware/onnx-graph'
import { activate } from '../../blocks/activation.ts'
import { add, asFloat, multiply, reshape, slice, squeeze, unsqueeze } from '../../blocks/arithmetic.ts'
import { dotProductAttention, splitHeads } from '../../blocks/attention.ts'
import { causalMask } from '../../blocks/attention-mask.ts'
import { embedding } from '../../blocks/embedding.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm, rmsNorm } from '../../blocks/norm.ts'
import { sinusoids } from '../../blocks/position.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch } from '../../graphs/text-inputs.ts'
import type { ModelType } from '../../model-type.ts'

const size = 32
const heads = 4
const headSize = 8
const innerSize = 32
const layers = 2
const patch = 8
const contextLength = 32
const horizon = 8
const quantiles = [0.1, 0.5, 0.9] as const
const patches = contextLength / patch
const tolerance = 1e-6
/** What marks a missing value. */
const padValue = 1_123_581_321
const forbidden = -2.3819763e38

/** Two layers with SiLU between, beside a linear shortcut. */
function residualNetwork(context: GraphContext, x: Value, name: string, inputSize: number, outputSize: number): Value {
  return context.graph.scope(name, () => {
    const inner = activate(context, linear(context, x, { name: 'input_layer', inputSize, outputSize: innerSize }), 'silu')
    const output = linear(context, inner, { name: 'output_layer', inputSize: innerSize, outputSize })
    return add(context, output, linear(context, x, { name: 'residual_layer', inputSize, outputSize }))
  })
}

/** Mean and deviation of the first patch with three values or more, `[batch, 1, 1]` each. */
function firstStatistics(context: GraphContext, values: Value, present: Value): { readonly mean: Value; readonly deviation: Value } {
  const { graph } = context
  const number = (value: number): Value => graph.constant('float32', value)
  const total = (x: Value, axis: number): Value => graph.node('ReduceSum', [x, graph.constant('int64', [axis])], { keepdims: 0 })
  const enough = asFloat(context, graph.node('GreaterOrEqual', [total(present, 2), number(3)]))
  const first = graph.node('ArgMax', [enough], { axis: 1, keepdims: 1 })
  const isAny = graph.node('Greater', [graph.node('ReduceMax', [enough, graph.constant('int64', [1])], { keepdims: 1 }), number(0)])
  const index = graph.node('Where', [isAny, first, graph.constant('int64', patches - 1)])
  const row = (x: Value): Value => graph.node('GatherND', [x, index], { batch_dims: 1 })
  const counted = row(present)
  const kept = multiply(context, row(values), counted)
  const count = graph.node('Max', [total(counted, 1), number(1)])
  const mean = graph.node('Div', [total(kept, 1), count])
  const square = graph.node('Div', [total(multiply(context, kept, kept), 1), count])
  const variance = graph.node('Max', [graph.node('Sub', [square, multiply(context, mean, mean)]), number(0)])
  const deviation = graph.node('Sqrt', [variance])
  const safe = graph.node('Where', [graph.node('Less', [deviation, number(tolerance)]), number(1), deviation])
  return { mean: unsqueeze(context, mean, 1, 2), deviation: unsqueeze(context, safe, 1, 2) }
}

/** Sinusoids that begin at each series' first patch that is not all padding: `[batch, patches, size]`. */
function shiftedPositions(context: GraphContext, isPadding: Value): Value {
  const { graph } = context
  const start = graph.node('ArgMin', [isPadding], { axis: 1, keepdims: 1 })
  const places = graph.node('Sub', [graph.constant('int64', [...Array(patches).keys()]), start])
  const wrapped = graph.node('Mod', [places, graph.constant('int64', patches)])
  const table = { type: 'float32', dims: [patches, size], data: sinusoids(patches, size) } as const
  return graph.scope('position_emb', () => graph.node('Gather', [context.fixed('signal', table), wrapped], { axis: 0 }))
}

/** Attention whose queries are scaled in each dimension by a learned factor. */
function scaledAttention(context: GraphContext, x: Value, mask: Value): Value {
  const { graph } = context
  return graph.scope('self_attn', () => {
    const [query, key, value] = ['q_proj', 'k_proj', 'v_proj'].map((name) =>
      splitHeads(context, linear(context, x, { name, inputSize: size, outputSize: heads * headSize }), heads, headSize),
    ) as [Value, Value, Value]
    const learned = graph.node('Softplus', [context.weight('scaling', [headSize])])
    const factor = graph.node('Mul', [learned, graph.constant('float32', Math.LOG2E / Math.sqrt(headSize))])
    const scaledQuery = multiply(context, query, factor)
    const merged = dotProductAttention(context, { query: scaledQuery, key, value, scale: 1, biases: [mask], size: heads * headSize })
    return linear(context, merged, { name: 'o_proj', inputSize: heads * headSize, outputSize: size })
  })
}

interface Decoded {
  readonly hidden: Value
  readonly mean: Value
  readonly deviation: Value
}

/** Patches of a series through a causal transformer (Das et al. 2023, arXiv:2310.10688, §4). */
function decode(context: GraphContext): Decoded {
  const { graph } = context
  const number = (value: number): Value => graph.constant('float32', value)
  const rows = (x: Value): Value => reshape(context, x, [0, patches, patch])
  const given = rows(graph.input('past_values', 'float32', [batch, contextLength]))
  const givenPads = rows(asFloat(context, graph.input('past_values_padding', 'int64', [batch, contextLength])))
  const frequency = graph.input('freq', 'int64', [batch, 1])
  const isPad = graph.node('Greater', [givenPads, number(0.5)])
  const read = graph.node('Where', [isPad, number(0), given])
  const isMissing = graph.node('Less', [graph.node('Abs', [graph.node('Sub', [read, number(padValue)])]), number(tolerance)])
  const pads = graph.node('Where', [isMissing, number(1), givenPads])
  const present = graph.node('Sub', [number(1), pads])
  const { mean, deviation } = firstStatistics(context, read, present)
  const normal = multiply(context, graph.node('Div', [graph.node('Sub', [read, mean]), deviation]), present)
  const tokens = residualNetwork(context, graph.node('Concat', [normal, pads], { axis: -1 }), 'input_ff_layer', 2 * patch, size)
  const isPadding = graph.node('ReduceMin', [pads, graph.constant('int64', [-1])], { keepdims: 0 })
  const placed = add(context, tokens, shiftedPositions(context, isPadding))
  let x = add(context, placed, embedding(context, { name: 'freq_emb', count: 3, size }).lookup(frequency))
  const hidden = multiply(context, unsqueeze(context, isPadding, 1, 2), number(forbidden))
  const mask = graph.node('Min', [hidden, causalMask(context, { queries: x })])
  const kept = unsqueeze(context, graph.node('Sub', [number(1), isPadding]), 2)
  for (let layer = 0; layer < layers; layer++) {
    x = graph.scope(`layers.${layer}`, () => {
      const attended = scaledAttention(context, rmsNorm(context, x, { name: 'input_layernorm', size, epsilon: 1e-6 }), mask)
      const middle = add(context, x, attended)
      return graph.scope('mlp', () => {
        const options = { names: { up: 'gate_proj', down: 'down_proj' }, size, innerSize, activation: 'relu' } as const
        const fed = feedForward(context, layerNorm(context, middle, { name: 'layer_norm', size, epsilon: 1e-6 }), options)
        return add(context, multiply(context, fed, kept), middle)
      })
    })
  }
  return { hidden: x, mean, deviation }
}

function buildBody(context: GraphContext): void {
  const { hidden, mean, deviation } = decode(context)
  context.graph.output('last_hidden_state', hidden, 'float32', [batch, patches, size])
  context.graph.output('loc', squeeze(context, mean, 1, 2), 'float32', [batch])
  context.graph.output('scale', squeeze(context, deviation, 1, 2), 'float32', [batch])
}

/** The mean and quantiles of the steps behind the last patch. */
function buildPrediction(context: GraphContext): void {
  const { graph } = context
  const outputs = 1 + quantiles.length
  const { hidden, mean, deviation } = graph.scope('decoder', () => decode(context))
  const forecast = residualNetwork(context, slice(context, hidden, 1, -1), 'horizon_ff_layer', size, horizon * outputs)
  const steps = reshape(context, forecast, [0, horizon, outputs])
  const full = add(context, multiply(context, steps, deviation), mean)
  const first = squeeze(context, slice(context, full, 2, 0, 1), 2)
  graph.output('mean_predictions', first, 'float32', [batch, horizon])
  graph.output('full_predictions', full, 'float32', [batch, horizon, outputs])
}

export const modelTypes: readonly ModelType[] = [
  {
    type: 'timesfm',
    tasks: ['time-series-prediction', 'feature-extraction'],
    config: {
      model_type: 'timesfm',
      architectures: ['TimesFmModelForPrediction'],
      patch_length: patch,
      context_length: contextLength,
      horizon_length: horizon,
      freq_size: 3,
      num_hidden_layers: layers,
      hidden_size: size,
      intermediate_size: innerSize,
      head_dim: headSize,
      num_attention_heads: heads,
      tolerance,
      rms_norm_eps: 1e-6,
      quantiles,
      pad_val: padValue,
      use_positional_embedding: true,
      min_timescale: 1,
      max_timescale: 10_000,
    },
    preprocessor: { kind: 'none' },
    graphs: [{ name: 'model', build: buildPrediction }],
    heads: { 'feature-extraction': { architecture: 'TimesFmModel', graphs: [{ name: 'model', build: buildBody }] } },
    transformersJs: null,
    note: 'the forward pass that upstream runs behind the padding of its lists; queries scaled by learned factors; Transformers.js has no class for it',
  },
]
