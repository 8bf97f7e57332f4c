import type { Value } from '@vitest-hardware/onnx-graph'
import { divisibleChannels, mobileNetUnit, mobileNetV1, mobileNetV2 } from '../../architectures/mobilenet.ts'
import { mobileVit, type MobileVitSpec } from '../../architectures/mobilevit.ts'
import { convolutionUnit } from '../../blocks/convolution-unit.ts'
import { halfStatistics } from '../../folder/preprocessor.ts'
import { atrousPyramid, meanBesideMap } from '../../heads/atrous.ts'
import type { GraphContext } from '../../graph-context.ts'
import { type FeatureMap, meanOfGrid, type VisionBody, visionHeads } from '../../heads/vision.ts'
import type { ModelType } from '../../model-type.ts'
import { visionType } from './vision-type.ts'

const shared = { num_channels: 3, initializer_range: 0.02 } as const
const v1 = {
  ...shared,
  image_size: 32,
  depth_multiplier: 0.125,
  min_depth: 8,
  hidden_act: 'relu6',
  tf_padding: true,
  classifier_dropout_prob: 0.999,
  layer_norm_eps: 0.001,
} as const
const v2 = {
  ...shared,
  image_size: 32,
  depth_multiplier: 0.1,
  depth_divisible_by: 8,
  min_depth: 8,
  expand_ratio: 6,
  output_stride: 32,
  first_layer_is_expansion: true,
  finegrained_output: true,
  hidden_act: 'relu6',
  tf_padding: true,
  classifier_dropout_prob: 0.8,
  layer_norm_eps: 0.001,
  semantic_loss_ignore_index: 255,
} as const
const vit = {
  ...shared,
  // the last stage's grid has four patches
  image_size: 128,
  patch_size: 2,
  conv_kernel_size: 3,
  output_stride: 32,
  classifier_dropout_prob: 0.1,
  layer_norm_eps: 1e-5,
  aspp_out_channels: 16,
  atrous_rates: [6, 12, 18],
  aspp_dropout_prob: 0.1,
  semantic_loss_ignore_index: 255,
} as const
const vitV1 = {
  ...vit,
  hidden_sizes: [16, 24, 32],
  neck_hidden_sizes: [8, 8, 16, 16, 24, 24, 32],
  num_attention_heads: 4,
  mlp_ratio: 2,
  expand_ratio: 4,
  hidden_act: 'silu',
  qkv_bias: true,
  hidden_dropout_prob: 0.1,
  attention_probs_dropout_prob: 0,
} as const
const vitV2 = {
  ...vit,
  expand_ratio: 2,
  hidden_act: 'swish',
  n_attn_blocks: [2, 4, 3],
  base_attn_unit_dims: [128, 192, 256],
  width_multiplier: 0.125,
  ffn_multiplier: 2,
  attn_dropout: 0,
  ffn_dropout: 0,
} as const

/** A convolutional body whose last map is averaged for the classifier. */
function gridBody(size: number | undefined, channels: number, last: (context: GraphContext, pixels: Value) => Value): VisionBody {
  const mean: VisionBody['summary'] = (context, { hidden }) => ({ value: meanOfGrid(context, hidden), size: channels })
  const side = size === undefined ? undefined : size / 32
  return {
    pixels: { channels: 3, ...(size === undefined ? {} : { size }) },
    features: (context, pixels) => ({
      hidden: last(context, pixels),
      dims: [channels, side ?? 'feature_height', side ?? 'feature_width'],
    }),
    pooler: mean,
    summary: mean,
  }
}

const netSpec = { leastChannels: 8, activation: 'relu6', epsilon: 0.001 } as const
const v1Channels = 1024 * v1.depth_multiplier
const v2Last = 1280
const v2Map = (context: GraphContext, pixels: Value): FeatureMap =>
  mobileNetV2(context, pixels, { ...netSpec, multiplier: v2.depth_multiplier, expandRatio: v2.expand_ratio })

const vitV1Spec: MobileVitSpec = {
  image: vitV1.image_size,
  patch: vitV1.patch_size,
  sizes: [8, 8, 16, 16, 24, 24],
  secondStage: 3,
  transformers: [
    [vitV1.hidden_sizes[0], 2],
    [vitV1.hidden_sizes[1], 4],
    [vitV1.hidden_sizes[2], 3],
  ],
  mlpRatio: vitV1.mlp_ratio,
  expandRatio: vitV1.expand_ratio,
  activation: 'silu',
  epsilon: vitV1.layer_norm_eps,
  attention: { heads: vitV1.num_attention_heads },
}
const scaled = (channels: number, divisor = 8): number => divisibleChannels(channels, vitV2.width_multiplier, divisor)
const vitV2Spec: MobileVitSpec = {
  ...vitV1Spec,
  sizes: [16, scaled(64, 16), scaled(128), scaled(256), scaled(384), scaled(512)],
  secondStage: 2,
  transformers: vitV2.base_attn_unit_dims.map((size, index) => [scaled(size), vitV2.n_attn_blocks[index]!]),
  mlpRatio: vitV2.ffn_multiplier,
  expandRatio: vitV2.expand_ratio,
  attention: 'linear',
}
const pyramid = { channels: vit.aspp_out_channels, rates: vit.atrous_rates }
const segmented = (scope: string, spec: MobileVitSpec): VisionBody['segmentation'] => {
  return (context, pixels) => {
    const map = context.graph.scope(scope, () => mobileVit(context, pixels, spec))
    return context.graph.scope('segmentation_head', () => atrousPyramid(context, map, pyramid))
  }
}

const processing = { statistics: halfStatistics, resample: 'bilinear', size: { shortest_edge: 36 }, crop: 32 } as const
const vitProcessing = {
  resample: 'bilinear',
  size: { shortest_edge: 144 },
  crop: 128,
  extra: { do_normalize: false, do_flip_channel_order: true },
} as const

export const modelTypes: readonly ModelType[] = [
  visionType({
    type: 'mobilenet_v1',
    config: v1,
    heads: visionHeads(
      'MobileNetV1',
      gridBody(undefined, v1Channels, (context, pixels) =>
        context.graph.scope('mobilenet_v1', () => mobileNetV1(context, pixels, { ...netSpec, multiplier: v1.depth_multiplier }).value),
      ),
    ),
    processor: 'MobileNetV1ImageProcessor',
    processing,
    transformersJs: 'MobileNetV1ForImageClassification',
  }),
  visionType({
    type: 'mobilenet_v2',
    config: v2,
    heads: visionHeads('MobileNetV2', {
      ...gridBody(undefined, v2Last, (context, pixels) =>
        context.graph.scope('mobilenet_v2', () => {
          const { value, channels } = v2Map(context, pixels)
          const widen = {
            name: 'conv_1x1',
            inputChannels: channels,
            outputChannels: v2Last,
            kernel: 1,
            activation: netSpec.activation,
            epsilon: netSpec.epsilon,
          }
          return mobileNetUnit(context, value, widen)
        }),
      ),
      segmentation: (context, pixels) => {
        const map = context.graph.scope('mobilenet_v2', () => v2Map(context, pixels))
        return context.graph.scope('segmentation_head', () => meanBesideMap(context, map, 256))
      },
    }),
    processor: 'MobileNetV2ImageProcessor',
    processing,
    transformersJs: 'MobileNetV2ForImageClassification',
  }),
  visionType({
    type: 'mobilevit',
    config: vitV1,
    heads: visionHeads('MobileViT', {
      ...gridBody(vitV1.image_size, vitV1.neck_hidden_sizes[6], (context, pixels) =>
        context.graph.scope('mobilevit', () => {
          const { value, channels } = mobileVit(context, pixels, vitV1Spec)
          const widen = { name: 'conv_1x1_exp', inputChannels: channels, outputChannels: vitV1.neck_hidden_sizes[6], kernel: 1 }
          return convolutionUnit(context, value, { ...widen, activation: 'silu' })
        }),
      ),
      segmentation: segmented('mobilevit', vitV1Spec)!,
    }),
    processor: 'MobileViTImageProcessor',
    processing: vitProcessing,
    transformersJs: 'MobileViTForImageClassification',
  }),
  visionType({
    type: 'mobilevitv2',
    config: vitV2,
    heads: visionHeads('MobileViTV2', {
      ...gridBody(vitV2.image_size, scaled(512), (context, pixels) =>
        context.graph.scope('mobilevitv2', () => mobileVit(context, pixels, vitV2Spec).value),
      ),
      segmentation: segmented('mobilevitv2', vitV2Spec)!,
    }),
    processor: 'MobileViTImageProcessor',
    processing: vitProcessing,
    transformersJs: 'MobileViTV2ForImageClassification',
    note: 'attention of linear cost: one softmax over patches, one context vector (arXiv:2206.02680)',
  }),
]
