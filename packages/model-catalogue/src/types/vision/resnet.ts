import { residualBody, residualFeatureMaps, type ResidualSpec } from '../../architectures/residual-network.ts'
import { visionHeads } from '../../heads/vision.ts'
import type { ModelType } from '../../model-type.ts'
import { visionType } from './vision-type.ts'

const resnet = {
  num_channels: 3,
  embedding_size: 8,
  hidden_sizes: [16, 24, 32, 48],
  depths: [1, 1, 2, 1],
  layer_type: 'bottleneck',
  hidden_act: 'relu',
  downsample_in_first_stage: false,
  downsample_in_bottleneck: false,
  out_features: ['stage1', 'stage2', 'stage3', 'stage4'],
  out_indices: [1, 2, 3, 4],
  // no field of upstream's, which keeps those it does not know: the size of seeded images, where 224 would only cost time
  image_size: 32,
} as const
const regnet = {
  num_channels: 3,
  embedding_size: 8,
  hidden_sizes: [16, 24, 32, 48],
  depths: [1, 1, 2, 1],
  groups_width: 8,
  layer_type: 'y',
  hidden_act: 'relu',
  downsample_in_first_stage: true,
  image_size: 32,
} as const

/** ResNet v1.5's stages by the fields of its config. */
const resnetSpec: ResidualSpec = {
  stem: 'pooled',
  stemSize: resnet.embedding_size,
  sizes: resnet.hidden_sizes,
  depths: resnet.depths,
  layer: { kind: 'bottleneck', strideInFirst: resnet.downsample_in_bottleneck },
  activation: resnet.hidden_act,
  downsampleInFirstStage: resnet.downsample_in_first_stage,
}

const processing = { size: { shortest_edge: 32 }, extra: { crop_pct: 0.875 } }

export const modelTypes: readonly ModelType[] = [
  visionType({
    type: 'resnet',
    config: resnet,
    heads: visionHeads('ResNet', {
      ...residualBody(resnetSpec, 'resnet'),
      maps: (context, pixels) => residualFeatureMaps(context, pixels, resnetSpec),
    }),
    processor: 'ConvNextImageProcessor',
    processing,
    transformersJs: 'ResNetForImageClassification',
    note: 'height and width are free, from 32 on',
  }),
  visionType({
    type: 'regnet',
    config: regnet,
    heads: visionHeads(
      'RegNet',
      residualBody(
        {
          stem: 'single',
          stemSize: regnet.embedding_size,
          sizes: regnet.hidden_sizes,
          depths: regnet.depths,
          layer: { kind: 'grouped', groupWidth: regnet.groups_width, squeezed: true },
          activation: regnet.hidden_act,
          downsampleInFirstStage: regnet.downsample_in_first_stage,
        },
        'regnet',
      ),
    ),
    processor: 'ConvNextImageProcessor',
    processing,
    transformersJs: null,
    note: 'grouped convolutions with squeeze and excitation (arXiv:2003.13678)',
  }),
]
