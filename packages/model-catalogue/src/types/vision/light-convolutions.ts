import type { Value } from '@vitest-hardware/onnx-graph'
import { activate, type Activation } from '../../blocks/activation.ts'
import { batchNorm } from '../../blocks/batch-norm.ts'
import { convolution } from '../../blocks/convolution.ts'
import { convolutionUnit } from '../../blocks/convolution-unit.ts'
import { squeezeExcite } from '../../blocks/squeeze-excite.ts'
import type { GraphContext } from '../../graph-context.ts'
import { type FeatureMap, meanOfGrid, type VisionBody, visionHeads, withoutHeads } from '../../heads/vision.ts'
import type { ModelType } from '../../model-type.ts'
import { visionType } from './vision-type.ts'

const textnetSizes = [8, 12, 16, 24, 32] as const

/** A convolution with batch norm along one axis or both, padded to keep the size at stride 1. */
function normedConvolution(
  context: GraphContext,
  x: Value,
  name: string,
  sizes: { readonly from: number; readonly to: number; readonly stride: number },
  height: number,
  width: number,
): Value {
  const { graph } = context
  const { from, to, stride } = sizes
  const [high, wide] = [(height - 1) / 2, (width - 1) / 2]
  const pads = graph.node('Pad', [x, graph.constant('int64', [0, 0, high, wide, 0, 0, high, wide])])
  const convolved = convolution(context, pads, {
    name: `${name}_conv`,
    inputChannels: from,
    outputChannels: to,
    kernel: [height, width],
    stride,
    bias: false,
  })
  return batchNorm(context, convolved, { name: `${name}_batch_norm`, size: to, epsilon: 1e-5 })
}

/** FAST's layer before it is folded into one: a square, a tall and a wide convolution, and what came in, each with batch norm (Chen et al. 2021, arXiv:2111.02394, §3.3). */
function textNetLayer(context: GraphContext, x: Value, from: number, to: number, stride: number): Value {
  const { graph } = context
  const sizes = { from, to, stride }
  const parts = [
    normedConvolution(context, x, 'main', sizes, 3, 3),
    normedConvolution(context, x, 'vertical', sizes, 3, 1),
    normedConvolution(context, x, 'horizontal', sizes, 1, 3),
    ...(from === to && stride === 1 ? [batchNorm(context, x, { name: 'rbr_identity', size: to, epsilon: 1e-5 })] : []),
  ]
  return activate(
    context,
    parts.reduce((sum, part) => graph.node('Add', [sum, part])),
    'relu',
  )
}

function textNetMaps(context: GraphContext, pixels: Value): FeatureMap[] {
  const { graph } = context
  const [stem, ...stages] = textnetSizes
  let x = convolutionUnit(context, pixels, {
    name: 'textnet.stem',
    names: { convolution: 'conv', norm: 'batch_norm' },
    inputChannels: 3,
    outputChannels: stem,
    kernel: 3,
    stride: 2,
  })
  let from: number = stem
  let stride = 2
  return stages.map((to, stage) => {
    for (let layer = 0; layer < 2; layer++) {
      const by = layer === 0 ? 2 : 1
      x = graph.scope(`textnet.encoder.stages.${stage}.stage.${layer}`, () => textNetLayer(context, x, from, to, by))
      from = to
    }
    stride *= 2
    return { value: x, channels: to, stride }
  })
}

const textNet: VisionBody = {
  pixels: { channels: 3, size: 64 },
  features: (context, pixels) => ({ hidden: textNetMaps(context, pixels).at(-1)!.value, dims: [textnetSizes.at(-1)!, 2, 2] }),
  pooler: (context, { hidden }) => ({
    value: context.graph.node('GlobalAveragePool', [hidden]),
    size: textnetSizes.at(-1)!,
    keepsAxes: true,
  }),
  summary: (context, { hidden }) => ({ value: meanOfGrid(context, hidden), size: textnetSizes.at(-1)! }),
  classifier: 'fc',
  maps: textNetMaps,
}

/** Kernel, channels in and out, stride, and whether it is squeezed: PP-LCNet's blocks by stage (Cui et al. 2021, arXiv:2109.15099, Table 2), narrower. */
const lcStages: readonly (readonly (readonly [kernel: number, from: number, to: number, stride: number, squeezed: boolean])[])[] = [
  [[3, 8, 8, 1, false]],
  [[3, 8, 12, 2, false]],
  [
    [3, 12, 16, 2, false],
    [3, 16, 16, 1, false],
  ],
  [
    [3, 16, 24, 2, false],
    [5, 24, 24, 1, false],
  ],
  [
    [5, 24, 32, 2, true],
    [5, 32, 32, 1, true],
  ],
]

interface LcSpec {
  readonly activation: Activation
}

/** A depthwise convolution, squeeze and excitation in the deepest blocks, a pointwise one (arXiv:2109.15099, §3). */
function lcMaps(context: GraphContext, pixels: Value, scope: string, { activation }: LcSpec): FeatureMap[] {
  const { graph } = context
  const names = { convolution: 'convolution', norm: 'normalization' }
  let x = graph.scope(scope, () =>
    convolutionUnit(context, pixels, { name: 'stem', names, inputChannels: 3, outputChannels: 8, kernel: 3, stride: 2, activation }),
  )
  let stride = 2
  return lcStages.map((blocks, stage) => {
    blocks.forEach(([kernel, from, to, by, squeezed], index) => {
      x = graph.scope(`${scope}.blocks.${stage}.layers.${index}`, () => {
        const deep = convolutionUnit(context, x, {
          name: 'depthwise_convolution',
          names,
          inputChannels: from,
          outputChannels: from,
          kernel,
          stride: by,
          groups: from,
          activation,
        })
        const weighed = squeezed
          ? squeezeExcite(context, deep, {
              names: { reduce: 'squeeze_excitation.reduce', expand: 'squeeze_excitation.expand' },
              channels: from,
              reduced: from / 2,
              gate: 'HardSigmoid',
            })
          : deep
        return convolutionUnit(context, weighed, {
          name: 'pointwise_convolution',
          names,
          inputChannels: from,
          outputChannels: to,
          kernel: 1,
          activation,
        })
      })
      stride *= by
    })
    return { value: x, channels: blocks.at(-1)![2], stride }
  })
}

const lcNet: VisionBody = {
  pixels: { channels: 3, size: 64 },
  features: (context, pixels) => ({
    hidden: lcMaps(context, pixels, 'backbone', { activation: 'hardswish' }).at(-1)!.value,
    dims: [32, 2, 2],
  }),
  summary(context, { hidden }) {
    const mean = context.graph.node('GlobalAveragePool', [hidden])
    const wide = convolution(context, mean, {
      name: 'last_convolution',
      inputChannels: 32,
      outputChannels: 40,
      kernel: [1, 1],
      bias: false,
    })
    return { value: activate(context, wide, 'hardswish'), size: 40, keepsAxes: true }
  },
  classifier: 'head',
  maps: (context, pixels) => lcMaps(context, pixels, 'backbone', { activation: 'hardswish' }),
}

export const modelTypes: readonly ModelType[] = [
  visionType({
    type: 'textnet',
    config: {
      stem_kernel_size: 3,
      stem_stride: 2,
      stem_num_channels: 3,
      stem_out_channels: 8,
      stem_act_func: 'relu',
      hidden_sizes: textnetSizes,
      image_size: 64,
      batch_norm_eps: 1e-5,
      out_features: ['stage1', 'stage2', 'stage3', 'stage4'],
    },
    heads: withoutHeads(visionHeads('TextNet', textNet), 'image-feature-extraction'),
    processor: 'TextNetImageProcessor',
    transformersJs: null,
    quirk: {
      graphOptimizationLevel: 'disabled',
      reason:
        'ONNX Runtime 1.30 folds a sum and its ReLU into a convolution even where the ReLU is an output of the graph, and then refuses the graph',
    },
    note: 'each layer is three convolutions of different shape and what came in',
  }),
  visionType({
    type: 'pp_lcnet',
    config: {
      scale: 0.125,
      hidden_act: 'hardswish',
      stem_channels: 8,
      block_configs: lcStages,
      class_expand: 40,
      use_last_conv: true,
      image_size: 64,
      out_features: ['stage1', 'stage2', 'stage3', 'stage4', 'stage5'],
    },
    heads: withoutHeads(visionHeads('PPLCNet', lcNet), 'feature-extraction', 'image-feature-extraction'),
    processor: 'PPLCNetImageProcessor',
    transformersJs: null,
    note: 'depthwise and pointwise convolutions with hard swish',
  }),
]
