import type { Value } from '@vitest-hardware/onnx-graph'
import { decoderBody } from '../../architectures/causal-decoder.ts'
import type { DecoderSpec, Mixer } from '../../architectures/decoder-spec.ts'
import { activate } from '../../blocks/activation.ts'
import { add, asFloat, cut, halves, multiply, reshape, scaled, slice, squeeze, unsqueeze } from '../../blocks/arithmetic.ts'
import { dotProductAttention, repeatHeads, splitHeads } from '../../blocks/attention.ts'
import { linear } from '../../blocks/linear.ts'
import { rmsNorm } from '../../blocks/norm.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch } from '../../graphs/text-inputs.ts'
import type { ModelType } from '../../model-type.ts'

const size = 32
const heads = 4
const headSize = 8
const layers = 2
const patch = 8
const contextLength = 32
const patches = contextLength / patch
const horizon = 8
const quantileHorizon = 12
const quantiles = [0.1, 0.5, 0.9] as const
const outputs = 1 + quantiles.length
/** Of the median among a step's outputs, the mean first. */
const median = 2
const epsilon = 1e-6
const tolerance = 1e-6

/** Queries and keys are normalised behind the rotation, queries scaled in each dimension by a learned factor. */
const mixer: Mixer = (context, x, { mask, rotate }) => {
  const { graph } = context
  const output = graph.scope('self_attn', () => {
    const project = (name: string): Value =>
      splitHeads(context, linear(context, x, { name, inputSize: size, outputSize: heads * headSize, bias: false }), heads, headSize)
    const placed = (name: string, norm: string): Value => {
      const projected = project(name)
      return rmsNorm(context, rotate ? rotate(projected, headSize) : projected, { name: norm, size: headSize, epsilon })
    }
    const learned = graph.node('Softplus', [context.weight('scaling', [headSize], { mean: 1 })])
    const query = multiply(context, placed('q_proj', 'q_norm'), scaled(context, learned, Math.LOG2E / Math.sqrt(headSize)))
    const merged = dotProductAttention(context, {
      query,
      key: repeatHeads(context, placed('k_proj', 'k_norm'), heads, heads, headSize),
      value: project('v_proj'),
      scale: 1,
      biases: [mask],
      size: heads * headSize,
    })
    return linear(context, merged, { name: 'o_proj', inputSize: heads * headSize, outputSize: size, bias: false })
  })
  return { output }
}

const spec: DecoderSpec = {
  vocabulary: 0,
  size,
  norm: { kind: 'rms', epsilon },
  names: { body: '', finalNorm: null },
  layers: Array.from({ length: layers }, () => ({
    mixer,
    residual: 'sandwich' as const,
    feedForward: {
      kind: 'dense' as const,
      innerSize: 64,
      activation: 'silu' as const,
      gate: 'none' as const,
      names: { up: 'fc1', down: 'fc2' },
    },
    rotary: { size: headSize, maxPositions: 64 },
  })),
  logits: { tied: false },
}

function residualNetwork(context: GraphContext, x: Value, name: string, inputSize: number, outputSize: number, bias: boolean): Value {
  return context.graph.scope(name, () => {
    const inner = activate(context, linear(context, x, { name: 'input_layer', inputSize, outputSize: size, bias }), 'silu')
    const output = linear(context, inner, { name: 'output_layer', inputSize: size, outputSize, bias })
    return add(context, output, linear(context, x, { name: 'residual_layer', inputSize, outputSize, bias }))
  })
}

interface Statistics {
  readonly count: Value
  readonly mean: Value
  readonly deviation: Value
}

/** Number, mean and deviation of what was seen with one patch more (Welford 1962, "Note on a method for calculating corrected sums of squares and products"); `[batch, 1]` each. */
function updated(context: GraphContext, before: Statistics | undefined, values: Value, isValid: Value): Statistics {
  const { graph } = context
  const total = (x: Value): Value => graph.node('ReduceSum', [x, graph.constant('int64', [1])], { keepdims: 1 })
  const square = (x: Value): Value => multiply(context, x, x)
  const atLeastOne = (x: Value): Value => graph.node('Max', [x, graph.constant('float32', 1)])
  const count = total(isValid)
  const mean = graph.node('Div', [total(multiply(context, values, isValid)), atLeastOne(count)])
  const away = multiply(context, graph.node('Sub', [values, mean]), isValid)
  const deviation = graph.node('Sqrt', [graph.node('Div', [total(square(away)), atLeastOne(count)])])
  if (before === undefined) return { count, mean, deviation }
  const all = add(context, before.count, count)
  const sums = add(context, multiply(context, before.count, before.mean), multiply(context, count, mean))
  const common = graph.node('Div', [sums, atLeastOne(all)])
  const spread = (one: Statistics): Value =>
    multiply(context, one.count, add(context, square(one.deviation), square(graph.node('Sub', [one.mean, common]))))
  const squares = add(context, spread(before), spread({ count, mean, deviation }))
  return { count: all, mean: common, deviation: graph.node('Sqrt', [graph.node('Div', [squares, atLeastOne(all)])]) }
}

const safe = (context: GraphContext, scale: Value): Value => {
  const { graph } = context
  const isSmall = graph.node('Less', [scale, graph.constant('float32', tolerance)])
  return graph.node('Where', [isSmall, graph.constant('float32', 1), scale])
}

interface Decoded {
  readonly hidden: Value
  /** Of all patches up to each, `[batch, patches]`. */
  readonly means: Value
  readonly deviations: Value
}

/** Patches, each normalised by what was seen up to it, through a causal transformer. */
function decode(context: GraphContext, values: Value, padding: Value): Decoded {
  const { graph } = context
  const rows = (x: Value): Value => reshape(context, x, [0, patches, patch])
  const series = rows(values)
  const isPadding = rows(asFloat(context, padding))
  const isValid = graph.node('Sub', [graph.constant('float32', 1), isPadding])
  const perPatch = (x: Value): Value[] => cut(context, x, Array<number>(patches).fill(1), 1).map((one) => squeeze(context, one, 1))
  const [given, valid] = [perPatch(series), perPatch(isValid)]
  const history: Statistics[] = []
  given.forEach((one, index) => history.push(updated(context, history.at(-1), one, valid[index]!)))
  const means = graph.node(
    'Concat',
    history.map(({ mean }) => mean),
    { axis: 1 },
  )
  const deviations = graph.node(
    'Concat',
    history.map(({ deviation }) => deviation),
    { axis: 1 },
  )
  const centred = graph.node('Sub', [series, unsqueeze(context, means, 2)])
  const normal = multiply(context, graph.node('Div', [centred, unsqueeze(context, safe(context, deviations), 2)]), isValid)
  const embeddings = residualNetwork(
    context,
    graph.node('Concat', [normal, isPadding], { axis: -1 }),
    'input_ff_layer',
    2 * patch,
    size,
    true,
  )
  const isPatchPadding = graph.node('Cast', [squeeze(context, slice(context, isPadding, 2, -1), 2)], { to: 7 })
  const masked = graph.node('ReduceSum', [isPatchPadding, graph.constant('int64', [1])], { keepdims: 1 })
  // patches of padding, which nothing reads, stand at 0
  const places = graph.node('Sub', [graph.constant('int64', [...Array(patches).keys()]), masked])
  const positions = graph.node('Max', [places, graph.constant('int64', 0)])
  const attentionMask = graph.node('Sub', [graph.constant('int64', 1), isPatchPadding])
  const { hidden } = decoderBody(context, spec, { embeddings, attentionMask, positions })
  return { hidden, means, deviations }
}

const inputs = (context: GraphContext): [Value, Value] => [
  context.graph.input('past_values', 'float32', [batch, contextLength]),
  context.graph.input('past_values_padding', 'int64', [batch, contextLength]),
]

function buildBody(context: GraphContext): void {
  const { graph } = context
  const { hidden, means, deviations } = decode(context, ...inputs(context))
  const last = (x: Value): Value => squeeze(context, slice(context, x, 1, -1), 1)
  graph.output('last_hidden_state', hidden, 'float32', [batch, patches, size])
  graph.output('loc', last(means), 'float32', [batch])
  graph.output('scale', graph.node('Max', [last(deviations), graph.constant('float32', tolerance)]), 'float32', [batch])
}

/** Forecast of the last patch `[batch, length, outputs]`, brought back to its level. */
function projected(context: GraphContext, { hidden, means, deviations }: Decoded, name: string, length: number): Value {
  const answer = residualNetwork(context, slice(context, hidden, 1, -1), name, size, length * outputs, false)
  const steps = reshape(context, answer, [0, length, outputs])
  const last = (x: Value): Value => unsqueeze(context, slice(context, x, 1, -1), 2)
  return add(context, multiply(context, steps, last(deviations)), last(means))
}

/** Half the difference of the forecasts of a series and of its mirror image, whose quantiles are in reverse. */
function flipInvariant(context: GraphContext, both: Value): Value {
  const { graph } = context
  const [forecast, mirrored] = halves(context, both, 0)
  const order = [0, ...quantiles.map((_, index) => quantiles.length - index)]
  const reversed = graph.node('Gather', [mirrored, graph.constant('int64', order)], { axis: 2 })
  return scaled(context, graph.node('Sub', [forecast, reversed]), 0.5)
}

function buildPrediction(context: GraphContext): void {
  const { graph } = context
  const [values, padding] = inputs(context)
  const mean = graph.node('ReduceMean', [values, graph.constant('int64', [1])], { keepdims: 1 })
  const away = graph.node('Sub', [values, mean])
  const squares = graph.node('ReduceSum', [multiply(context, away, away), graph.constant('int64', [1])], { keepdims: 1 })
  const deviation = graph.node('Sqrt', [scaled(context, squares, 1 / (contextLength - 1))])
  const normal = graph.node('Div', [away, safe(context, deviation)])
  const twice = graph.node('Concat', [normal, graph.node('Neg', [normal])], { axis: 0 })
  const decoded = graph.scope('model', () => decode(context, twice, graph.node('Concat', [padding, padding], { axis: 0 })))
  const points = flipInvariant(context, projected(context, decoded, 'output_projection_point', horizon))
  const spreads = flipInvariant(context, projected(context, decoded, 'output_projection_quantiles', quantileHorizon))
  const within = slice(context, spreads, 1, 0, horizon)
  const column = (x: Value, index: number): Value => slice(context, x, 2, index, index + 1)
  const columns = Array.from({ length: outputs }, (_, index) => {
    if (index === 0 || index === median) return column(points, index)
    return add(context, graph.node('Sub', [column(within, index), column(within, median)]), column(points, median))
  })
  const forecast = graph.node('Concat', columns, { axis: 2 })
  const full = add(context, multiply(context, forecast, unsqueeze(context, deviation, 2)), unsqueeze(context, mean, 2))
  graph.output('mean_predictions', squeeze(context, column(full, median), 2), 'float32', [batch, horizon])
  graph.output('full_predictions', full, 'float32', [batch, horizon, outputs])
}

export const modelTypes: readonly ModelType[] = [
  {
    type: 'timesfm2_5',
    tasks: ['time-series-prediction', 'feature-extraction'],
    config: {
      model_type: 'timesfm2_5',
      architectures: ['TimesFm2_5ModelForPrediction'],
      patch_length: patch,
      context_length: contextLength,
      horizon_length: horizon,
      output_quantile_len: quantileHorizon,
      num_hidden_layers: layers,
      hidden_size: size,
      intermediate_size: 64,
      head_dim: headSize,
      num_attention_heads: heads,
      num_key_value_heads: heads,
      rms_norm_eps: epsilon,
      quantiles,
      decode_index: median,
      activation: 'swish',
      use_bias: false,
      attention_bias: false,
      use_continuous_quantile_head: true,
      force_flip_invariance: true,
      infer_is_positive: false,
      rope_parameters: { rope_type: 'default', rope_theta: 10_000 },
    },
    preprocessor: { kind: 'none' },
    graphs: [{ name: 'model', build: buildPrediction }],
    heads: { 'feature-extraction': { architecture: 'TimesFm2_5Model', graphs: [{ name: 'model', build: buildBody }] } },
    transformersJs: null,
    note: 'patches normalised by running statistics, rotation, norms of queries and keys; a series and its mirror image in one batch; Transformers.js has no class for it',
  },
]
