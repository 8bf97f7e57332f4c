import { convolutionalTransformer, type ConvolutionalTransformerSpec } from '../../architectures/convolutional-transformer.ts'
import { focalModulation, type FocalModulationSpec, focalStages } from '../../architectures/focal-modulation.ts'
import { swiftFormer } from '../../architectures/swiftformer.ts'
import { batchNorm } from '../../blocks/batch-norm.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { flattenGrid, tokenAt } from '../../blocks/patch.ts'
import {
  type ImageFeatures,
  labelCount,
  meanOfTokens,
  shuffleToPixels,
  tokensToGrid,
  type VisionBody,
  visionHeads,
  withoutHeads,
} from '../../heads/vision.ts'
import type { ModelType } from '../../model-type.ts'
import { visionType } from './vision-type.ts'

const cvt = {
  num_channels: 3,
  image_size: 32,
  patch_sizes: [7, 3, 3],
  patch_stride: [4, 2, 2],
  patch_padding: [2, 1, 1],
  embed_dim: [16, 24, 32],
  num_heads: [1, 3, 4],
  depth: [1, 1, 2],
  mlp_ratio: [4, 4, 4],
  attention_drop_rate: [0, 0, 0],
  drop_rate: [0, 0, 0],
  drop_path_rate: [0, 0, 0.1],
  qkv_bias: [true, true, true],
  cls_token: [false, false, true],
  qkv_projection_method: ['dw_bn', 'dw_bn', 'dw_bn'],
  kernel_qkv: [3, 3, 3],
  padding_kv: [1, 1, 1],
  stride_kv: [2, 2, 2],
  padding_q: [1, 1, 1],
  stride_q: [1, 1, 1],
  initializer_range: 0.02,
  layer_norm_eps: 1e-12,
} as const
const focalnet = {
  image_size: 32,
  patch_size: 4,
  num_channels: 3,
  embed_dim: 16,
  use_conv_embed: false,
  hidden_sizes: [32, 32],
  depths: [2, 2],
  focal_levels: [2, 2],
  focal_windows: [3, 3],
  hidden_act: 'gelu',
  mlp_ratio: 4,
  hidden_dropout_prob: 0,
  drop_path_rate: 0.1,
  use_layerscale: false,
  layerscale_value: 1e-4,
  use_post_layernorm: false,
  use_post_layernorm_in_modulation: false,
  normalize_modulator: false,
  initializer_range: 0.02,
  layer_norm_eps: 1e-5,
  encoder_stride: 8,
  out_features: ['stage1', 'stage2'],
  out_indices: [1, 2],
} as const
const swiftformer = {
  image_size: 64,
  num_channels: 3,
  depths: [2, 2, 2, 2],
  embed_dims: [8, 16, 24, 32],
  mlp_ratio: 4,
  downsamples: [true, true, true, true],
  hidden_act: 'gelu',
  down_patch_size: 3,
  down_stride: 2,
  down_pad: 1,
  drop_path_rate: 0,
  drop_mlp_rate: 0,
  drop_conv_encoder_rate: 0,
  use_layer_scale: true,
  layer_scale_init_value: 1e-5,
  batch_norm_eps: 1e-5,
} as const

const cvtSpec: ConvolutionalTransformerSpec = {
  image: cvt.image_size,
  sizes: cvt.embed_dim,
  depths: cvt.depth,
  heads: cvt.num_heads,
  patches: cvt.patch_sizes,
  strides: cvt.patch_stride,
  paddings: cvt.patch_padding,
  mlpRatios: cvt.mlp_ratio,
  classToken: cvt.cls_token,
  keyStrides: cvt.stride_kv,
}
const cvtSize = cvt.embed_dim[2]
interface CvtFeatures extends ImageFeatures {
  readonly token: string
}
const cvtBody: VisionBody<CvtFeatures> = {
  pixels: { channels: 3, size: cvt.image_size },
  features: (context, pixels) => {
    const { grid, token, side } = context.graph.scope('cvt', () => convolutionalTransformer(context, pixels, cvtSpec))
    return { hidden: grid, dims: [cvtSize, side, side], token: token!, further: { cls_token_value: { value: token!, dims: [1, cvtSize] } } }
  },
  summary: (context, { token }) => ({
    value: tokenAt(context, layerNorm(context, token, { name: 'layernorm', size: cvtSize, epsilon: 1e-5 }), 0),
    size: cvtSize,
  }),
}

const focalSpec: FocalModulationSpec = {
  image: focalnet.image_size,
  patch: focalnet.patch_size,
  size: focalnet.embed_dim,
  depths: focalnet.depths,
  levels: focalnet.focal_levels,
  windows: focalnet.focal_windows,
  mlpRatio: focalnet.mlp_ratio,
  activation: focalnet.hidden_act,
  epsilon: focalnet.layer_norm_eps,
}
const focalSize = 32
const focalSide = 4
const focalMean: VisionBody['summary'] = (context, { hidden }) => ({ value: meanOfTokens(context, hidden), size: focalSize })

const swiftSize = swiftformer.embed_dims[3]
const swiftSpec = {
  image: swiftformer.image_size,
  sizes: swiftformer.embed_dims,
  depths: swiftformer.depths,
  mlpRatio: swiftformer.mlp_ratio,
  epsilon: swiftformer.batch_norm_eps,
}

export const modelTypes: readonly ModelType[] = [
  visionType({
    type: 'cvt',
    config: cvt,
    heads: withoutHeads(visionHeads('Cvt', cvtBody), 'image-feature-extraction'),
    processor: 'ConvNextImageProcessor',
    processing: { size: { shortest_edge: 32 }, extra: { crop_pct: 0.875 } },
    transformersJs: null,
    note: 'queries, keys and values are depthwise convolutions with batch norm, keys and values at half the side',
  }),
  visionType({
    type: 'focalnet',
    config: focalnet,
    heads: visionHeads('FocalNet', {
      pixels: { channels: 3, size: focalnet.image_size },
      features: (context, pixels) => ({
        hidden: context.graph.scope('focalnet', () => focalModulation(context, pixels, focalSpec)),
        dims: [focalSide ** 2, focalSize],
      }),
      pooler: focalMean,
      summary: focalMean,
      maps: (context, pixels) => context.graph.scope('focalnet', () => focalStages(context, pixels, focalSpec)),
      patches: (focalnet.image_size / focalnet.patch_size) ** 2,
      reconstruction: (context, pixels, masked) => {
        const hidden = context.graph.scope('focalnet', () => focalModulation(context, pixels, focalSpec, { masked }))
        const grid = tokensToGrid(context, hidden, focalSide, focalSize)
        return shuffleToPixels(context, grid, { size: focalSize, stride: focalnet.encoder_stride })
      },
    }),
    processor: 'BitImageProcessor',
    processing: { size: { shortest_edge: 32 }, crop: 32 },
    transformersJs: null,
    note: 'a context gathered by growing filters multiplies each token (arXiv:2203.11926)',
  }),
  visionType({
    type: 'swiftformer',
    config: swiftformer,
    heads: visionHeads('SwiftFormer', {
      pixels: { channels: 3, size: swiftformer.image_size },
      features: (context, pixels) => ({
        hidden: context.graph.scope('swiftformer', () => swiftFormer(context, pixels, swiftSpec)),
        dims: [swiftSize, 2, 2],
      }),
      summary: (context, { hidden }) => {
        const normal = batchNorm(context, hidden, { name: 'norm', size: swiftSize, epsilon: swiftformer.batch_norm_eps })
        return { value: meanOfTokens(context, flattenGrid(context, normal, swiftSize)), size: swiftSize }
      },
      logits: (context, { value, size }) => {
        const both = ['head', 'dist_head'].map((name) => linear(context, value, { name, inputSize: size, outputSize: labelCount }))
        return context.graph.node('Div', [context.graph.node('Add', both), context.graph.constant('float32', 2)])
      },
    }),
    processor: 'ViTImageProcessor',
    transformersJs: null,
    note: 'additive attention with one global query (arXiv:2303.15446); two classifiers whose mean counts',
  }),
]
