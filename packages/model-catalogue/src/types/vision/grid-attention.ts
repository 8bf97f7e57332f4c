import { efficientFormer } from '../../architectures/efficientformer.ts'
import { levit, type LevitSpec } from '../../architectures/levit.ts'
import { neighbourhoodFeatureMaps, type NeighbourhoodSpec, neighbourhoodStages } from '../../architectures/neighbourhood-transformer.ts'
import { batchNorm } from '../../blocks/batch-norm.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { labelCount, meanOfTokens, type VisionBody, visionHeads } from '../../heads/vision.ts'
import type { ModelType } from '../../model-type.ts'
import { visionType } from './vision-type.ts'

const nat = {
  image_size: 32,
  patch_size: 4,
  num_channels: 3,
  embed_dim: 16,
  depths: [2, 2],
  num_heads: [2, 4],
  kernel_size: 3,
  mlp_ratio: 3,
  qkv_bias: true,
  hidden_dropout_prob: 0,
  attention_probs_dropout_prob: 0,
  drop_path_rate: 0.1,
  hidden_act: 'gelu',
  initializer_range: 0.02,
  layer_norm_eps: 1e-5,
  layer_scale_init_value: 0,
  out_features: ['stage1', 'stage2'],
  out_indices: [1, 2],
} as const
const dinat = {
  ...nat,
  dilations: [
    [1, 2],
    [1, 1],
  ],
} as const
const levitConfig = {
  image_size: 96,
  num_channels: 3,
  kernel_size: 3,
  stride: 2,
  padding: 1,
  patch_size: 16,
  hidden_sizes: [16, 24, 32],
  num_attention_heads: [2, 3, 4],
  depths: [1, 1, 1],
  key_dim: [4, 4, 4],
  drop_path_rate: 0,
  mlp_ratio: [2, 2, 2],
  attention_ratio: [2, 2, 2],
  down_ops: [
    ['Subsample', 4, 4, 4, 2, 2],
    ['Subsample', 4, 6, 4, 2, 2],
  ],
  initializer_range: 0.02,
} as const
const efficientformer = {
  depths: [1, 1, 1, 2],
  hidden_sizes: [8, 16, 24, 32],
  downsamples: [true, true, true, true],
  dim: 32,
  key_dim: 4,
  attention_ratio: 4,
  resolution: 2,
  num_hidden_layers: 5,
  num_attention_heads: 4,
  mlp_expansion_ratio: 4,
  hidden_dropout_prob: 0,
  patch_size: 16,
  num_channels: 3,
  pool_size: 3,
  downsample_patch_size: 3,
  downsample_stride: 2,
  downsample_pad: 1,
  drop_path_rate: 0,
  num_meta3d_blocks: 1,
  distillation: true,
  use_layer_scale: true,
  layer_scale_init_value: 1e-5,
  hidden_act: 'gelu',
  initializer_range: 0.02,
  layer_norm_eps: 1e-12,
  image_size: 64,
  batch_norm_eps: 1e-5,
} as const

const natSpec: NeighbourhoodSpec = {
  image: nat.image_size,
  size: nat.embed_dim,
  depths: nat.depths,
  heads: nat.num_heads,
  kernel: nat.kernel_size,
  dilations: nat.depths.map((depth) => Array.from({ length: depth }, () => 1)),
  mlpRatio: nat.mlp_ratio,
  activation: nat.hidden_act,
  epsilon: nat.layer_norm_eps,
}
function neighbourhoodBody(scope: string, spec: NeighbourhoodSpec): VisionBody {
  const size = spec.size * 2 ** (spec.depths.length - 1)
  const side = spec.image / 4 / 2 ** (spec.depths.length - 1)
  const mean: VisionBody['summary'] = (context, { hidden }) => ({
    value: context.graph.node('ReduceMean', [hidden, context.graph.constant('int64', [1, 2])], { keepdims: 0 }),
    size,
  })
  return {
    pixels: { channels: 3, size: spec.image },
    features: (context, pixels) => {
      const hidden = context.graph.scope(scope, () => {
        const { tokens } = neighbourhoodStages(context, pixels, spec).at(-1)!
        return layerNorm(context, tokens, { name: 'layernorm', size, epsilon: spec.epsilon })
      })
      return {
        hidden: context.graph.node('Reshape', [hidden, context.graph.constant('int64', [0, side, side, size])]),
        dims: [side, side, size],
      }
    },
    pooler: mean,
    summary: mean,
    maps: (context, pixels) => neighbourhoodFeatureMaps(context, pixels, spec),
  }
}

const levitSpec: LevitSpec = {
  image: levitConfig.image_size,
  sizes: levitConfig.hidden_sizes,
  depths: levitConfig.depths,
  heads: levitConfig.num_attention_heads,
  keySizes: levitConfig.key_dim,
  attentionRatios: levitConfig.attention_ratio,
  mlpRatios: levitConfig.mlp_ratio,
  down: levitConfig.down_ops.map(([, keySize, heads, attentionRatio, mlpRatio]) => ({ keySize, heads, attentionRatio, mlpRatio })),
}
const size = 32
const meanOf: VisionBody['summary'] = (context, { hidden }) => ({ value: meanOfTokens(context, hidden), size })
const twoClassifiers = 'the class with a second classifier for distillation is not built'

export const modelTypes: readonly ModelType[] = [
  visionType({
    type: 'nat',
    config: nat,
    heads: visionHeads('Nat', neighbourhoodBody('nat', natSpec)),
    processor: 'ViTImageProcessor',
    transformersJs: null,
    note: 'attention to the nearest neighbours (arXiv:2204.07143), gathered where upstream has NATTEN kernels',
  }),
  visionType({
    type: 'dinat',
    config: dinat,
    heads: visionHeads('Dinat', neighbourhoodBody('dinat', { ...natSpec, dilations: dinat.dilations })),
    processor: 'ViTImageProcessor',
    transformersJs: null,
    note: 'attention to near and to spread neighbours by turns (arXiv:2209.15001), gathered where upstream has NATTEN kernels',
  }),
  visionType({
    type: 'levit',
    config: levitConfig,
    heads: visionHeads('Levit', {
      pixels: { channels: 3, size: levitConfig.image_size },
      features: (context, pixels) => ({
        hidden: context.graph.scope('levit', () => levit(context, pixels, levitSpec)).tokens,
        dims: [4, size],
      }),
      pooler: meanOf,
      summary: meanOf,
      logits: (context, { value }) =>
        context.graph.scope('classifier', () => {
          const normal = batchNorm(context, value, { name: 'batch_norm', size, epsilon: 1e-5 })
          return linear(context, normal, { name: 'linear', inputSize: size, outputSize: labelCount })
        }),
    }),
    processor: 'LevitImageProcessor',
    processing: { size: { shortest_edge: 110 }, crop: 96 },
    transformersJs: null,
    note: `attention with batch norms and biases by absolute offset (arXiv:2104.01136); ${twoClassifiers}`,
  }),
  visionType({
    type: 'efficientformer',
    config: efficientformer,
    heads: visionHeads('EfficientFormer', {
      pixels: { channels: 3, size: efficientformer.image_size },
      features: (context, pixels) => ({
        hidden: context.graph.scope('efficientformer', () =>
          efficientFormer(context, pixels, {
            sizes: efficientformer.hidden_sizes,
            depths: efficientformer.depths,
            attentionLayers: efficientformer.num_meta3d_blocks,
            resolution: efficientformer.resolution,
            heads: efficientformer.num_attention_heads,
            keySize: efficientformer.key_dim,
            attentionRatio: efficientformer.attention_ratio,
            mlpRatio: efficientformer.mlp_expansion_ratio,
            pool: efficientformer.pool_size,
            activation: efficientformer.hidden_act,
            normEpsilon: efficientformer.layer_norm_eps,
            batchNormEpsilon: efficientformer.batch_norm_eps,
          }),
        ),
        dims: [efficientformer.resolution ** 2, size],
      }),
      summary: meanOf,
    }),
    processor: 'EfficientFormerImageProcessor',
    processing: { size: { height: 64, width: 64 }, crop: 64 },
    transformersJs: null,
    note: `pooling on grids, attention on the last stage's tokens (arXiv:2206.01191); ${twoClassifiers}`,
  }),
]
