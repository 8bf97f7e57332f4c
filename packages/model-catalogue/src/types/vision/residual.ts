import { bigTransfer, bigTransferStages, type BigTransferSpec } from '../../architectures/big-transfer.ts'
import { hgNet, type HgNetSpec } from '../../architectures/hgnet.ts'
import { timmResNet, type TimmResNetSpec } from '../../architectures/timm-resnet.ts'
import { transformerBody } from '../../architectures/vision-transformer-body.ts'
import { vitNames } from '../../architectures/vision-transformer.ts'
import { convolution } from '../../blocks/convolution.ts'
import { flattenGrid } from '../../blocks/patch.ts'
import { halfStatistics, imageNetStatistics } from '../../folder/preprocessor.ts'
import { type VisionBody, visionHeads } from '../../heads/vision.ts'
import type { ModelType } from '../../model-type.ts'
import { visionType } from './vision-type.ts'

const bit = {
  num_channels: 3,
  embedding_size: 8,
  hidden_sizes: [16, 24, 32, 48],
  depths: [1, 1, 2, 1],
  layer_type: 'preactivation',
  hidden_act: 'relu',
  global_padding: null,
  num_groups: 2,
  drop_path_rate: 0,
  embedding_dynamic_padding: false,
  output_stride: 32,
  width_factor: 1,
  out_features: ['stage1', 'stage2', 'stage3', 'stage4'],
  out_indices: [1, 2, 3, 4],
  image_size: 32,
} as const
const hybridBackbone = {
  model_type: 'bit',
  ...bit,
  hidden_sizes: [16, 24, 32],
  depths: [1, 1, 1],
  layer_type: 'bottleneck',
  global_padding: 'same',
  embedding_dynamic_padding: true,
  out_features: ['stage3'],
  out_indices: [3],
} as const
const hybrid = {
  backbone_config: hybridBackbone,
  hidden_size: 32,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  intermediate_size: 64,
  hidden_act: 'gelu',
  hidden_dropout_prob: 0,
  attention_probs_dropout_prob: 0,
  initializer_range: 0.02,
  layer_norm_eps: 1e-12,
  image_size: 64,
  patch_size: 1,
  num_channels: 3,
  backbone_featmap_shape: [1, 32, 4, 4],
  qkv_bias: true,
} as const
const hgnet = {
  num_channels: 3,
  embedding_size: 8,
  depths: [1, 1, 2, 1],
  hidden_sizes: [16, 24, 32, 48],
  hidden_act: 'relu',
  stem_channels: [3, 8, 8],
  stage_in_channels: [8, 16, 24, 32],
  stage_mid_channels: [8, 8, 12, 12],
  stage_out_channels: [16, 24, 32, 48],
  stage_num_blocks: [1, 1, 2, 1],
  stage_downsample: [false, true, true, true],
  stage_light_block: [false, false, true, true],
  stage_kernel_size: [3, 3, 5, 5],
  stage_numb_of_layers: [3, 3, 3, 3],
  use_learnable_affine_block: false,
  initializer_range: 0.02,
  out_features: ['stage1', 'stage2', 'stage3', 'stage4'],
  out_indices: [1, 2, 3, 4],
  image_size: 32,
} as const

const bitSpec: BigTransferSpec = {
  stemSize: bit.embedding_size,
  sizes: bit.hidden_sizes,
  depths: bit.depths,
  layer: bit.layer_type,
  groups: bit.num_groups,
  activation: bit.hidden_act,
  same: false,
}
const hgnetSpec: HgNetSpec = {
  stem: hgnet.stem_channels,
  inputs: hgnet.stage_in_channels,
  middles: hgnet.stage_mid_channels,
  outputs: hgnet.stage_out_channels,
  blocks: hgnet.stage_num_blocks,
  downsample: hgnet.stage_downsample,
  light: hgnet.stage_light_block,
  kernels: hgnet.stage_kernel_size,
  layers: hgnet.stage_numb_of_layers,
  activation: hgnet.hidden_act,
  affine: hgnet.use_learnable_affine_block,
}
const hybridSpec: BigTransferSpec = {
  ...bitSpec,
  sizes: hybridBackbone.hidden_sizes,
  depths: hybridBackbone.depths,
  layer: 'bottleneck',
  same: true,
}
const hybridBody = transformerBody(
  {
    image: hybrid.image_size,
    // what a cell of the backbone's last map stands for
    patch: 16,
    size: hybrid.hidden_size,
    layers: hybrid.num_hidden_layers,
    heads: hybrid.num_attention_heads,
    innerSize: hybrid.intermediate_size,
    activation: hybrid.hidden_act,
    epsilon: hybrid.layer_norm_eps,
    names: vitNames,
    prefix: [{ name: 'cls_token', count: 1 }],
    embed: (context, pixels) =>
      context.graph.scope('patch_embeddings', () => {
        const { value, channels } = context.graph.scope('backbone.bit', () => bigTransferStages(context, pixels, hybridSpec)).at(-1)!
        const options = { inputChannels: channels, outputChannels: hybrid.hidden_size, kernel: [1, 1] }
        return flattenGrid(context, convolution(context, value, { name: 'projection', ...options }), hybrid.hidden_size)
      }),
  },
  { scope: 'vit', pooler: 'tanh', classified: 'first' },
)
const pooled =
  (size: number): NonNullable<VisionBody['summary']> =>
  (context, { hidden }) => ({ value: context.graph.node('GlobalAveragePool', [hidden]), size, keepsAxes: true })
const grid = (size: number): (number | string)[] => [size, 'feature_height', 'feature_width']

const hgnetHeads = visionHeads('HGNetV2', {
  pixels: { channels: hgnet.num_channels },
  features: (context, pixels) => ({ hidden: hgNet(context, pixels, hgnetSpec).at(-1)!.value, dims: grid(48) }),
  summary: pooled(48),
  classifier: 'fc',
  maps: (context, pixels) => hgNet(context, pixels, hgnetSpec),
})

/** What timm tells of an image. */
const imageNetCfg = { mean: imageNetStatistics.image_mean, std: imageNetStatistics.image_std }
const resnet18: TimmResNetSpec = { block: 'basic', layers: [1, 1, 1, 1], channels: [8, 12, 16, 24] }
const resnet50: TimmResNetSpec = { block: 'bottleneck', layers: [1, 1, 1, 1], channels: [4, 6, 8, 12] }
const timmHeads = visionHeads('Timm', {
  pixels: { channels: 3 },
  features: (context, pixels) => ({ hidden: timmResNet(context, pixels, resnet18).at(-1)!.value, dims: grid(24) }),
  maps: (context, pixels) => context.graph.scope('_backbone', () => timmResNet(context, pixels, resnet18)),
})

export const modelTypes: readonly ModelType[] = [
  visionType({
    type: 'bit',
    config: bit,
    heads: visionHeads('Bit', {
      pixels: { channels: bit.num_channels },
      features: (context, pixels) => ({ hidden: context.graph.scope('bit', () => bigTransfer(context, pixels, bitSpec)), dims: grid(48) }),
      pooler: pooled(48),
      summary: pooled(48),
      classifier: 'classifier.1',
      maps: (context, pixels) => context.graph.scope('bit', () => bigTransferStages(context, pixels, bitSpec)),
    }),
    processor: 'BitImageProcessor',
    processing: { size: { shortest_edge: 32 }, crop: 32 },
    transformersJs: null,
    note: 'standardised weights and group norms before each convolution (arXiv:1912.11370)',
    quirk: {
      graphOptimizationLevel: 'disabled',
      reason: 'ONNX Runtime 1.30 folds a Pad of zeros into the MaxPool behind it, which then pads with −∞',
    },
  }),
  visionType({
    type: 'vit_hybrid',
    config: hybrid,
    heads: visionHeads('ViTHybrid', hybridBody),
    processor: 'ViTHybridImageProcessor',
    processing: { statistics: halfStatistics },
    transformersJs: null,
    note: 'patches are cells of a residual network with standardised weights (arXiv:2010.11929, §3.1, hybrid)',
  }),
  visionType({
    type: 'hgnet_v2',
    config: hgnet,
    heads: {
      'image-classification': hgnetHeads['image-classification']!,
      'feature-extraction': hgnetHeads['backbone']!,
      backbone: hgnetHeads['backbone']!,
    },
    processor: null,
    transformersJs: null,
    note: 'its bare model is the backbone class; no image processor of its own',
  }),
  visionType({
    type: 'timm_wrapper',
    config: {
      architecture: 'resnet50',
      initializer_range: 0.02,
      do_pooling: true,
      model_args: { channels: resnet50.channels, layers: resnet50.layers },
      num_features: 48,
      image_size: 32,
      pretrained_cfg: { input_size: [3, 32, 32], interpolation: 'bicubic', crop_pct: 0.95, crop_mode: 'center', ...imageNetCfg },
    },
    heads: visionHeads('TimmWrapper', {
      pixels: { channels: 3 },
      features: (context, pixels) => ({
        hidden: context.graph.scope('timm_model', () => timmResNet(context, pixels, resnet50)).at(-1)!.value,
        dims: grid(48),
      }),
      pooler: (context, { hidden }) => ({
        value: context.graph.node('Flatten', [context.graph.node('GlobalAveragePool', [hidden])], { axis: 1 }),
        size: 48,
      }),
      summary: pooled(48),
      classifier: 'timm_model.fc',
    }),
    processor: 'TimmWrapperImageProcessor',
    transformersJs: null,
    note: "timm's ResNet-50 by its own names, one of the many networks that the type stands for",
  }),
  visionType({
    type: 'timm_backbone',
    config: {
      backbone: 'resnet18',
      num_channels: 3,
      features_only: true,
      freeze_batch_norm_2d: false,
      out_indices: [1, 2, 3, 4],
      backbone_kwargs: { channels: resnet18.channels, layers: resnet18.layers },
      image_size: 32,
    },
    heads: Object.fromEntries(
      ['feature-extraction', 'image-feature-extraction', 'backbone'].map((task) => [
        task,
        { ...timmHeads['backbone']!, architecture: 'TimmBackbone' },
      ]),
    ),
    processor: null,
    transformersJs: null,
    note: "timm's ResNet-18 by its own names, one of the many networks that the type stands for; its bare model is the backbone class",
  }),
]
