import type { Value } from '@vitest-hardware/onnx-graph'
import { add, reshape, slice, unsqueeze } from '../../blocks/arithmetic.ts'
import { attention } from '../../blocks/attention.ts'
import { causalMask } from '../../blocks/attention-mask.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { waves } from '../../blocks/position.ts'
import { meanMagnitude } from '../../blocks/series-scaler.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch } from '../../graphs/text-inputs.ts'
import type { ModelType } from '../../model-type.ts'

const size = 32
const heads = 4
const layers = 2
const steps = { context: 8, prediction: 4 } as const
const lags = [1, 2, 3] as const
const past = steps.context + Math.max(...lags)
const total = steps.context + steps.prediction
const timeFeatures = 2
/** What each step is given besides lagged values: its time, the logarithms of the series' level and scale. */
const featureSize = lags.length + timeFeatures + 2
const names = { query: 'q_proj', key: 'k_proj', value: 'v_proj', output: 'out_proj' }
const norm = (context: GraphContext, x: Value, name: string): Value => layerNorm(context, x, { name, size, epsilon: 1e-5 })

/** Tokens of the steps read and those to come, `[batch, context + prediction, featureSize]`, and the scale of each series. */
function laggedInputs(context: GraphContext): { readonly tokens: Value; readonly scale: Value } {
  const { graph } = context
  const pastValues = graph.input('past_values', 'float32', [batch, past])
  const pastTime = graph.input('past_time_features', 'float32', [batch, past, timeFeatures])
  const observed = graph.input('past_observed_mask', 'float32', [batch, past])
  const futureValues = graph.input('future_values', 'float32', [batch, steps.prediction])
  const futureTime = graph.input('future_time_features', 'float32', [batch, steps.prediction, timeFeatures])
  const recent = (x: Value): Value => slice(context, x, 1, past - steps.context)
  const scale = meanMagnitude(context, recent(pastValues), recent(observed))
  const values = graph.node('Div', [graph.node('Concat', [pastValues, futureValues], { axis: 1 }), scale])
  const places = Array.from({ length: total }, (_, step) => lags.map((lag) => past - steps.context + step - lag)).flat()
  const lagged = reshape(context, graph.node('Gather', [values, graph.constant('int64', places)], { axis: 1 }), [0, total, lags.length])
  const time = graph.node('Concat', [recent(pastTime), futureTime], { axis: 1 })
  // a scaler by magnitude has no level, whose logarithm log(1 + 0) stands there all the same
  const logarithm = graph.node('Log', [scale])
  const level = graph.node('Mul', [logarithm, graph.constant('float32', 0)])
  const still = unsqueeze(context, graph.node('Concat', [level, logarithm], { axis: 1 }), 1)
  const statics = graph.node('Expand', [still, graph.constant('int64', [1, total, 1])])
  return { tokens: graph.node('Concat', [lagged, statics, time], { axis: -1 }), scale }
}

function embedded(context: GraphContext, tokens: Value, start: number, count: number): Value {
  const { graph } = context
  const values = linear(context, tokens, {
    name: 'value_embedding.value_projection',
    inputSize: featureSize,
    outputSize: size,
    bias: false,
  })
  const table = { type: 'float32', dims: [total, size], data: waves(total, size) } as const
  const positions = graph.scope('embed_positions', () => slice(context, context.fixed('weight', table), 0, start, start + count))
  return norm(context, add(context, values, positions), 'layernorm_embedding')
}

/** Attention or network, residual, norm. */
function behind(context: GraphContext, x: Value, name: string, body: (x: Value) => Value): Value {
  return norm(context, add(context, x, body(x)), name)
}

function feedForwardPart(context: GraphContext, x: Value): Value {
  const options = { names: { up: 'fc1', down: 'fc2' }, size, innerSize: 64, activation: 'gelu' } as const
  return behind(context, x, 'final_layer_norm', (y) => feedForward(context, y, options))
}

/** Bart's encoder and decoder over lagged values in place of tokens (upstream's `TimeSeriesTransformerModel`). */
function build(context: GraphContext): void {
  const { graph } = context
  const { tokens, scale } = laggedInputs(context)
  const encoded = graph.scope('encoder', () => {
    let x = embedded(context, slice(context, tokens, 1, 0, steps.context), 0, steps.context)
    for (let layer = 0; layer < layers; layer++) {
      x = graph.scope(`layers.${layer}`, () => {
        const attended = behind(context, x, 'self_attn_layer_norm', (y) =>
          graph.scope('self_attn', () => attention(context, y, { size, heads, names })),
        )
        return feedForwardPart(context, attended)
      })
    }
    return x
  })
  const decoded = graph.scope('decoder', () => {
    let x = embedded(context, slice(context, tokens, 1, steps.context), steps.context, steps.prediction)
    const biases = [causalMask(context, { queries: x })]
    for (let layer = 0; layer < layers; layer++) {
      x = graph.scope(`layers.${layer}`, () => {
        const self = behind(context, x, 'self_attn_layer_norm', (y) =>
          graph.scope('self_attn', () => attention(context, y, { size, heads, names, biases })),
        )
        const cross = behind(context, self, 'encoder_attn_layer_norm', (y) =>
          graph.scope('encoder_attn', () => attention(context, y, { size, heads, names, source: encoded })),
        )
        return feedForwardPart(context, cross)
      })
    }
    return x
  })
  graph.output('last_hidden_state', decoded, 'float32', [batch, steps.prediction, size])
  graph.output('encoder_last_hidden_state', encoded, 'float32', [batch, steps.context, size])
  graph.output('scale', scale, 'float32', [batch, 1])
}

export const modelTypes: readonly ModelType[] = [
  {
    type: 'time_series_transformer',
    tasks: ['feature-extraction'],
    config: {
      model_type: 'time_series_transformer',
      architectures: ['TimeSeriesTransformerModel'],
      prediction_length: steps.prediction,
      context_length: steps.context,
      distribution_output: 'student_t',
      input_size: 1,
      lags_sequence: lags,
      scaling: 'mean',
      num_time_features: timeFeatures,
      num_dynamic_real_features: 0,
      num_static_real_features: 0,
      num_static_categorical_features: 0,
      feature_size: featureSize,
      d_model: size,
      encoder_layers: layers,
      decoder_layers: layers,
      encoder_attention_heads: heads,
      decoder_attention_heads: heads,
      encoder_ffn_dim: 64,
      decoder_ffn_dim: 64,
      activation_function: 'gelu',
      init_std: 0.02,
      is_encoder_decoder: true,
      use_cache: false,
    },
    preprocessor: { kind: 'none' },
    graphs: [{ name: 'model', build }],
    transformersJs: null,
    note: 'as in training, with the values to come as the decoder’s input; each step reads lagged values and its time; Transformers.js has no class for it',
  },
]
