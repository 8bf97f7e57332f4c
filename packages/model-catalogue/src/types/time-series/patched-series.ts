import type { Value } from '@vitest-hardware/onnx-graph'
import { add, multiply, reshape } from '../../blocks/arithmetic.ts'
import { attention } from '../../blocks/attention.ts'
import { batchNorm } from '../../blocks/batch-norm.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { deviationScaled, patchCount, type ScaledSeries, seriesPatches } from '../../blocks/series-scaler.ts'
import { cos, exp, log, sin } from '../../exact-math.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch } from '../../graphs/text-inputs.ts'
import type { GraphFile, ModelType, TaskHead } from '../../model-type.ts'

const channels = 3
const size = 32
const targets = 4
const layers = 2
const patching = { steps: 32, patch: 8, stride: 4 } as const
const patches = patchCount(patching)

interface Patched {
  /** `[batch, channels, patches, size]` */
  readonly hidden: Value
  readonly series: ScaledSeries
}

function patchedInput(context: GraphContext): { readonly pieces: Value; readonly series: ScaledSeries } {
  const { graph } = context
  const values = graph.input('past_values', 'float32', [batch, patching.steps, channels])
  const observed = graph.input('past_observed_mask', 'float32', [batch, patching.steps, channels])
  const series = deviationScaled(context, values, observed)
  return { pieces: seriesPatches(context, series.values, patching), series }
}

/** Sines and cosines in turn, centred, at a tenth of their deviation. */
function smallSinusoids(): Float32Array {
  const raw = Array.from({ length: patches * size }, (_, index) => {
    const [row, column] = [Math.floor(index / size), index % size]
    const angle = row * exp((-(column - (column % 2)) * log(10_000)) / size)
    return column % 2 === 0 ? sin(angle) : cos(angle)
  })
  const mean = raw.reduce((sum, value) => sum + value, 0) / raw.length
  const deviation = Math.sqrt(raw.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (raw.length - 1))
  return Float32Array.from(raw, (value) => (value - mean) / (10 * deviation))
}

/** PatchTST: each channel for itself through one transformer over patches, with batch norms before its layers (arXiv:2211.14730). */
function patchTransformer(context: GraphContext): Patched {
  const { graph } = context
  const { pieces, series } = patchedInput(context)
  const hidden = graph.scope('model.encoder', () => {
    const embedded = linear(context, pieces, { name: 'embedder.input_embedding', inputSize: patching.patch, outputSize: size })
    const table = { type: 'float32', dims: [patches, size], data: smallSinusoids() } as const
    const placed = add(
      context,
      embedded,
      graph.scope('positional_encoder', () => context.fixed('position_enc', table)),
    )
    let x = reshape(context, placed, [-1, patches, size])
    const norm = (y: Value, name: string): Value => {
      const turned = graph.node('Transpose', [y], { perm: [0, 2, 1] })
      const normal = graph.scope(name, () => batchNorm(context, turned, { name: 'batchnorm', size, epsilon: 1e-5, variance: 1 }))
      return graph.node('Transpose', [normal], { perm: [0, 2, 1] })
    }
    for (let layer = 0; layer < layers; layer++) {
      x = graph.scope(`layers.${layer}`, () => {
        const names = { query: 'q_proj', key: 'k_proj', value: 'v_proj', output: 'out_proj' }
        const attended = graph.scope('self_attn', () => attention(context, norm(x, 'norm_sublayer1'), { size, heads: 4, names }))
        const middle = add(context, x, attended)
        const options = { names: { up: 'ff.0', down: 'ff.3' }, size, innerSize: 64, activation: 'gelu' } as const
        return add(context, middle, feedForward(context, norm(middle, 'norm_sublayer3'), options))
      })
    }
    return reshape(context, x, [-1, channels, patches, size])
  })
  return { hidden, series }
}

/** Mixes along the last axis: norm over the width, two layers, a gate of softmax, residual. */
function mixer(context: GraphContext, x: Value, axisSize: number, isTransposed: boolean): Value {
  const { graph } = context
  const turn = (y: Value): Value => (isTransposed ? graph.node('Transpose', [y], { perm: [0, 1, 3, 2] }) : y)
  const normal = turn(graph.scope('norm', () => layerNorm(context, x, { name: 'norm', size, epsilon: 1e-5 })))
  const options = { names: { up: 'fc1', down: 'fc2' }, size: axisSize, innerSize: 2 * axisSize, activation: 'gelu' } as const
  const mixed = graph.scope('mlp', () => feedForward(context, normal, options))
  const scores = linear(context, mixed, { name: 'gating_block.attn_layer', inputSize: axisSize, outputSize: axisSize })
  return add(context, x, turn(multiply(context, mixed, graph.node('Softmax', [scores], { axis: -1 }))))
}

/** PatchTSMixer: perceptrons along patches and along features in turn, no attention between tokens (Ekambaram et al. 2023, arXiv:2306.09364). */
function patchMixer(context: GraphContext): Patched {
  const { graph } = context
  const { pieces, series } = patchedInput(context)
  const hidden = graph.scope('model.encoder', () => {
    let x = linear(context, pieces, { name: 'patcher', inputSize: patching.patch, outputSize: size })
    for (let layer = 0; layer < layers; layer++) {
      x = graph.scope(`mlp_mixer_encoder.mixers.${layer}`, () => {
        const along = graph.scope('patch_mixer', () => mixer(context, x, patches, true))
        return graph.scope('feature_mixer', () => mixer(context, along, size, false))
      })
    }
    return x
  })
  return { hidden, series }
}

/** Puts each channel's level and deviation back into its tokens (upstream's `InjectScalerStatistics4D`). */
function injectStatistics(context: GraphContext, { hidden, series }: Patched): Value {
  const { graph } = context
  const spread = (statistic: Value): Value => {
    const perChannel = graph.node('Unsqueeze', [graph.node('Transpose', [statistic], { perm: [0, 2, 1] }), graph.constant('int64', [-1])])
    return graph.node('Expand', [perChannel, graph.constant('int64', [1, 1, patches, 1])])
  }
  return graph.scope('inject_scale', () => {
    const statistics = graph.node('Concat', [spread(series.location), spread(series.scale)], { axis: -1 })
    const wide = linear(context, statistics, { name: 'map_scale_expansion', inputSize: 2, outputSize: 4 })
    const narrow = linear(context, wide, { name: 'map_scale_compression', inputSize: 4, outputSize: 2 })
    const both = graph.node('Concat', [hidden, narrow], { axis: -1 })
    const expanded = linear(context, both, { name: 'inverse_trans_expansion', inputSize: size + 2, outputSize: 2 * size })
    return linear(context, expanded, { name: 'inverse_trans_compression', inputSize: 2 * size, outputSize: size })
  })
}

interface PatchedTypeOptions {
  readonly type: string
  readonly prefix: string
  readonly config: Readonly<Record<string, unknown>>
  readonly body: (context: GraphContext) => Patched
  /** One vector for each channel. */
  readonly pool: (context: GraphContext, patched: Patched) => Value
  readonly head: string
  readonly classes: { readonly classification: string; readonly regression: string }
  readonly outputs: { readonly classification: string; readonly regression: string }
  readonly note: string
}

function patchedType(options: PatchedTypeOptions): ModelType {
  const { type, prefix, body, pool, head, classes, outputs } = options
  const bare: GraphFile = {
    name: 'model',
    build: (context) => {
      const { hidden } = body(context)
      context.graph.output('last_hidden_state', hidden, 'float32', [batch, channels, patches, size])
    },
  }
  const labelled = (architecture: string, output: string): TaskHead => ({
    architecture,
    graphs: [
      {
        name: 'model',
        build: (context) => {
          const flat = reshape(context, pool(context, body(context)), [0, channels * size])
          const scores = linear(context, flat, { name: head, inputSize: channels * size, outputSize: targets })
          context.graph.output(output, scores, 'float32', [batch, targets])
        },
      },
    ],
  })
  return {
    type,
    tasks: ['feature-extraction', 'time-series-classification', 'time-series-regression'],
    config: {
      model_type: type,
      architectures: [`${prefix}Model`],
      num_input_channels: channels,
      context_length: patching.steps,
      patch_length: patching.patch,
      patch_stride: patching.stride,
      d_model: size,
      num_targets: targets,
      scaling: 'std',
      loss: 'mse',
      norm_eps: 1e-5,
      ...options.config,
    },
    preprocessor: { kind: 'none' },
    graphs: [bare],
    heads: {
      'time-series-classification': labelled(classes.classification, outputs.classification),
      'time-series-regression': labelled(classes.regression, outputs.regression),
    },
    transformersJs: null,
    note: `${options.note}; not tried with Transformers.js`,
  }
}

export const modelTypes: readonly ModelType[] = [
  patchedType({
    type: 'patchtst',
    prefix: 'PatchTST',
    config: {
      num_hidden_layers: layers,
      num_attention_heads: 4,
      ffn_dim: 64,
      share_embedding: true,
      channel_attention: false,
      norm_type: 'batchnorm',
      pre_norm: true,
      activation_function: 'gelu',
      positional_encoding_type: 'sincos',
      use_cls_token: false,
      pooling_type: 'mean',
    },
    body: patchTransformer,
    pool: (context, { hidden }) => context.graph.node('ReduceMean', [hidden, context.graph.constant('int64', [2])], { keepdims: 0 }),
    head: 'head.linear',
    classes: { classification: 'PatchTSTForClassification', regression: 'PatchTSTForRegression' },
    outputs: { classification: 'prediction_logits', regression: 'regression_outputs' },
    note: 'channels share one transformer and never meet before the head; batch norm over the width',
  }),
  patchedType({
    type: 'patchtsmixer',
    prefix: 'PatchTSMixer',
    config: {
      num_layers: layers,
      expansion_factor: 2,
      mode: 'common_channel',
      gated_attn: true,
      norm_mlp: 'LayerNorm',
      self_attn: false,
      use_positional_encoding: false,
      head_aggregation: 'max_pool',
    },
    body: patchMixer,
    pool: (context, patched) =>
      context.graph.node('ReduceMax', [injectStatistics(context, patched), context.graph.constant('int64', [2])], { keepdims: 0 }),
    head: 'head.projection',
    classes: { classification: 'PatchTSMixerForTimeSeriesClassification', regression: 'PatchTSMixerForRegression' },
    outputs: { classification: 'prediction_outputs', regression: 'regression_outputs' },
    note: 'perceptrons along patches and along features with gates of softmax, in place of attention',
  }),
]
