import { efficientNet, efficientNetSize, type EfficientNetSpec } from '../../architectures/efficientnet.ts'
import { largeKernelNetwork, poolNetwork } from '../../architectures/large-kernel.ts'
import { groupNorm } from '../../blocks/norm.ts'
import { meanOfGrid, type VisionBody, visionHeads } from '../../heads/vision.ts'
import type { ModelType } from '../../model-type.ts'
import { visionType } from './vision-type.ts'

const efficientnet = {
  num_channels: 3,
  image_size: 32,
  width_coefficient: 0.25,
  depth_coefficient: 0.5,
  depth_divisor: 8,
  kernel_sizes: [3, 3, 5, 3, 5, 5, 3],
  in_channels: [32, 16, 24, 40, 80, 112, 192],
  out_channels: [16, 24, 40, 80, 112, 192, 320],
  depthwise_padding: [],
  strides: [1, 2, 2, 2, 1, 2, 1],
  num_block_repeats: [1, 2, 2, 3, 3, 4, 1],
  expand_ratios: [1, 6, 6, 6, 6, 6, 6],
  squeeze_expansion_ratio: 0.25,
  hidden_act: 'swish',
  hidden_dim: 320,
  pooling_type: 'mean',
  initializer_range: 0.02,
  batch_norm_eps: 0.001,
  batch_norm_momentum: 0.99,
  dropout_rate: 0.5,
  drop_connect_rate: 0.2,
} as const
const stages = {
  num_channels: 3,
  depths: [1, 1, 2, 1],
  hidden_sizes: [8, 16, 24, 32],
  patch_sizes: [7, 3, 3, 3],
  strides: [4, 2, 2, 2],
  hidden_act: 'gelu',
  initializer_range: 0.02,
  drop_path_rate: 0,
  image_size: 32,
} as const
const van = { ...stages, mlp_ratios: [8, 8, 4, 4], layer_norm_eps: 1e-6, layer_scale_init_value: 0.01, dropout_rate: 0 } as const
const poolformer = {
  ...stages,
  // the last stage's grid has four cells: one alone is its own mean
  image_size: 64,
  patch_size: 16,
  stride: 16,
  pool_size: 3,
  mlp_ratio: 4,
  padding: [2, 1, 1, 1],
  num_encoder_blocks: 4,
  use_layer_scale: true,
  layer_scale_init_value: 1e-5,
} as const

const efficientSpec: EfficientNetSpec = {
  width: efficientnet.width_coefficient,
  depth: efficientnet.depth_coefficient,
  kernels: efficientnet.kernel_sizes,
  inputs: efficientnet.in_channels,
  outputs: efficientnet.out_channels,
  strides: efficientnet.strides,
  repeats: efficientnet.num_block_repeats,
  expansions: efficientnet.expand_ratios,
  squeezeRatio: efficientnet.squeeze_expansion_ratio,
  activation: 'silu',
  epsilon: efficientnet.batch_norm_eps,
}
const stageSpec = {
  sizes: stages.hidden_sizes,
  depths: stages.depths,
  patches: stages.patch_sizes,
  strides: stages.strides,
  activation: stages.hidden_act,
  epsilon: van.layer_norm_eps,
} as const
const size = stages.hidden_sizes[3]
const grid = (channels: number): (number | string)[] => [channels, 'feature_height', 'feature_width']
const meanOf =
  (channels: number): NonNullable<VisionBody['summary']> =>
  (context, { hidden }) => ({ value: meanOfGrid(context, hidden), size: channels })

export const modelTypes: readonly ModelType[] = [
  visionType({
    type: 'efficientnet',
    config: efficientnet,
    heads: visionHeads('EfficientNet', {
      pixels: { channels: efficientnet.num_channels },
      features: (context, pixels) => ({
        hidden: context.graph.scope('efficientnet', () => efficientNet(context, pixels, efficientSpec)).value,
        dims: grid(efficientNetSize(efficientSpec)),
      }),
      pooler: meanOf(efficientNetSize(efficientSpec)),
      summary: meanOf(efficientNetSize(efficientSpec)),
    }),
    processor: 'EfficientNetImageProcessor',
    processing: { extra: { include_top: true, rescale_offset: false } },
    transformersJs: 'EfficientNetForImageClassification',
    note: 'height and width are free',
  }),
  visionType({
    type: 'van',
    config: van,
    heads: visionHeads('Van', {
      pixels: { channels: van.num_channels },
      features: (context, pixels) => ({
        hidden: context.graph.scope('van', () => largeKernelNetwork(context, pixels, { ...stageSpec, mlpRatios: van.mlp_ratios })).at(-1)!
          .value,
        dims: grid(size),
      }),
      pooler: meanOf(size),
      summary: meanOf(size),
    }),
    processor: 'ConvNextImageProcessor',
    processing: { size: { shortest_edge: stages.image_size }, extra: { crop_pct: 0.875 } },
    transformersJs: null,
    note: 'attention by large depthwise kernels (arXiv:2202.09741)',
  }),
  visionType({
    type: 'poolformer',
    config: poolformer,
    heads: visionHeads('PoolFormer', {
      pixels: { channels: poolformer.num_channels },
      features: (context, pixels) => {
        const mlpRatios = stages.hidden_sizes.map(() => poolformer.mlp_ratio)
        const spec = { ...stageSpec, mlpRatios, pool: poolformer.pool_size, paddings: poolformer.padding }
        return { hidden: context.graph.scope('poolformer', () => poolNetwork(context, pixels, spec)).at(-1)!.value, dims: grid(size) }
      },
      summary: (context, { hidden }) => ({
        value: meanOfGrid(context, groupNorm(context, hidden, { name: 'norm', size, epsilon: 1e-5, groups: 1 })),
        size,
      }),
    }),
    processor: 'PoolFormerImageProcessor',
    processing: { extra: { crop_pct: 0.9 } },
    transformersJs: null,
    note: 'a mean of neighbours less the cell itself in place of attention (arXiv:2111.11418)',
  }),
]
