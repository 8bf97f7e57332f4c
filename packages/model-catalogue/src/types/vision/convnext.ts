import { convNextBody, convNextFeatureMaps, convNextNames, type ConvNextSpec } from '../../architectures/convnext.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { flattenGrid, tokenAt } from '../../blocks/patch.ts'
import { meanOfGrid, type VisionBody, visionHeads } from '../../heads/vision.ts'
import type { ModelType } from '../../model-type.ts'
import { visionType } from './vision-type.ts'

const shared = {
  num_channels: 3,
  hidden_sizes: [8, 16, 24, 32],
  depths: [1, 1, 2, 1],
  hidden_act: 'gelu',
  initializer_range: 0.02,
  drop_path_rate: 0,
  image_size: 32,
  out_features: ['stage1', 'stage2', 'stage3', 'stage4'],
  out_indices: [1, 2, 3, 4],
} as const
const convnextv2 = { ...shared, patch_size: 4, num_stages: 4, layer_norm_eps: 1e-12 } as const
const convnext = { ...convnextv2, layer_scale_init_value: 1e-6 } as const
const dinov3 = { ...shared, layer_norm_eps: 1e-6, layer_scale_init_value: 1e-6 } as const

const spec: ConvNextSpec = {
  patch: convnext.patch_size,
  sizes: shared.hidden_sizes,
  depths: shared.depths,
  activation: shared.hidden_act,
  epsilon: convnext.layer_norm_eps,
  block: 'layer scale',
  names: convNextNames,
}
const dinov3Spec: ConvNextSpec = {
  ...spec,
  epsilon: dinov3.layer_norm_eps,
  names: {
    stem: ['stages.0.downsample_layers.0', 'stages.0.downsample_layers.1'],
    stage: (index) => `stages.${index}`,
    downsample: ['downsample_layers.0', 'downsample_layers.1'],
    depthwise: 'depthwise_conv',
    norm: 'layer_norm',
    up: 'pointwise_conv1',
    down: 'pointwise_conv2',
    scale: 'gamma',
  },
}

/** The image's mean stands as a first token before its cells, and all are normed. */
const dinov3Body: VisionBody = {
  pixels: { channels: shared.num_channels },
  features: (context, pixels) => {
    const { graph } = context
    const { value, channels } = convNextFeatureMaps(context, pixels, dinov3Spec).at(-1)!
    const mean = graph.node('Unsqueeze', [meanOfGrid(context, value), graph.constant('int64', [1])])
    const tokens = graph.node('Concat', [mean, flattenGrid(context, value, channels)], { axis: 1 })
    const hidden = layerNorm(context, tokens, { name: 'layer_norm', size: channels, epsilon: dinov3Spec.epsilon })
    return { hidden, dims: ['sequence_length', channels] }
  },
  pooler: (context, { hidden }) => ({ value: tokenAt(context, hidden, 0), size: dinov3Spec.sizes.at(-1)! }),
  maps: (context, pixels) => convNextFeatureMaps(context, pixels, dinov3Spec),
}

const processing = { size: { shortest_edge: shared.image_size }, extra: { crop_pct: 0.875 } }
const free = 'height and width are free, multiples of 32'

export const modelTypes: readonly ModelType[] = [
  visionType({
    type: 'convnext',
    config: convnext,
    heads: visionHeads('ConvNext', convNextBody(spec, 'convnext')),
    processor: 'ConvNextImageProcessor',
    processing,
    transformersJs: 'ConvNextForImageClassification',
    note: free,
  }),
  visionType({
    type: 'convnextv2',
    config: convnextv2,
    heads: visionHeads('ConvNextV2', convNextBody({ ...spec, block: 'response norm' }, 'convnextv2')),
    processor: 'ConvNextImageProcessor',
    processing,
    transformersJs: 'ConvNextV2ForImageClassification',
    note: `global response norm in place of layer scale (arXiv:2301.00808); ${free}`,
  }),
  visionType({
    type: 'dinov3_convnext',
    config: dinov3,
    heads: visionHeads('DINOv3ConvNext', dinov3Body),
    processor: 'DINOv3ViTImageProcessor',
    processing: { resample: 'bilinear' },
    transformersJs: 'DINOv3ConvNextModel',
    note: free,
  }),
]
