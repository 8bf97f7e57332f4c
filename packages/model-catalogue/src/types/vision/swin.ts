import { swin, swinFeatureMaps, type SwinSpec, swinStage } from '../../architectures/swin.ts'
import { halfStatistics } from '../../folder/preprocessor.ts'
import { meanOfTokens, shuffleToPixels, tokensToGrid, type VisionBody, visionHeads, withoutHeads } from '../../heads/vision.ts'
import type { ModelType } from '../../model-type.ts'
import { visionType } from './vision-type.ts'

const shared = {
  image_size: 32,
  patch_size: 2,
  num_channels: 3,
  embed_dim: 16,
  depths: [2, 2],
  num_heads: [2, 4],
  window_size: 4,
  mlp_ratio: 4,
  qkv_bias: true,
  hidden_act: 'gelu',
  hidden_dropout_prob: 0,
  attention_probs_dropout_prob: 0,
  drop_path_rate: 0.1,
  use_absolute_embeddings: false,
  initializer_range: 0.02,
  layer_norm_eps: 1e-5,
  num_layers: 2,
  hidden_size: 32,
} as const
const stages = { out_features: ['stage1', 'stage2'], out_indices: [1, 2] } as const
/** Pixels that one token stands for in the end. */
const stride = shared.patch_size * 2 ** (shared.depths.length - 1)
const swinConfig = { ...shared, encoder_stride: stride, ...stages } as const
const swinv2Config = { ...swinConfig, pretrained_window_sizes: [0, 0] } as const
// a window that does not divide the grid of 16, so that it is padded
const maskformerConfig = { ...shared, window_size: 3, ...stages } as const

function specOf({ window_size: window }: { readonly window_size: number }): SwinSpec {
  return {
    image: shared.image_size,
    patch: shared.patch_size,
    channels: shared.num_channels,
    size: shared.embed_dim,
    depths: shared.depths,
    heads: shared.num_heads,
    window,
    mlpRatio: shared.mlp_ratio,
    activation: shared.hidden_act,
    epsilon: shared.layer_norm_eps,
  }
}

function body(scope: string, spec: SwinSpec): VisionBody {
  const { side, size } = swinStage(spec, spec.depths.length - 1)
  const mean: VisionBody['summary'] = (context, { hidden }) => ({ value: meanOfTokens(context, hidden), size })
  return {
    pixels: { channels: shared.num_channels, size: spec.image },
    features: (context, pixels) => context.graph.scope(scope, () => swin(context, pixels, spec)),
    pooler: mean,
    summary: mean,
    patches: (spec.image / spec.patch) ** 2,
    reconstruction: (context, pixels, masked) => {
      const { hidden } = context.graph.scope(scope, () => swin(context, pixels, spec, masked))
      return shuffleToPixels(context, tokensToGrid(context, hidden, side, size), { size, stride })
    },
  }
}

const maskformerSpec = specOf(maskformerConfig)

/** Heads that only Swin and its second version have. */
const unlike = ['masked-image-modeling', 'image-feature-extraction']

export const modelTypes: readonly ModelType[] = [
  visionType({
    type: 'swin',
    config: swinConfig,
    heads: visionHeads('Swin', {
      ...body('swin', specOf(swinConfig)),
      maps: (context, pixels) => swinFeatureMaps(context, pixels, specOf(swinConfig)),
    }),
    processor: 'ViTImageProcessor',
    transformersJs: 'SwinForImageClassification',
  }),
  visionType({
    type: 'swinv2',
    config: swinv2Config,
    heads: visionHeads('Swinv2', {
      ...body('swinv2', { ...specOf(swinv2Config), version: 2 }),
      maps: (context, pixels) => swinFeatureMaps(context, pixels, { ...specOf(swinv2Config), version: 2 }, { norm: null }),
    }),
    processor: 'ViTImageProcessor',
    transformersJs: null,
    note: 'cosine attention with a factor of each head, position biases of a network, norms behind each half (arXiv:2111.09883)',
  }),
  visionType({
    type: 'donut-swin',
    config: shared,
    heads: withoutHeads(visionHeads('DonutSwin', body('swin', { ...specOf(shared), lastNorm: false })), ...unlike),
    processor: 'DonutImageProcessor',
    processing: { statistics: halfStatistics, resample: 'bilinear' },
    transformersJs: null,
    note: 'Swin without a norm behind the last stage; Transformers.js has the bare model only',
  }),
  visionType({
    type: 'maskformer-swin',
    config: maskformerConfig,
    heads: withoutHeads(
      visionHeads('MaskFormerSwin', {
        ...body('model', maskformerSpec),
        maps: (context, pixels) =>
          swinFeatureMaps(context, pixels, maskformerSpec, { norm: (stage) => `hidden_states_norms.${stage}`, scope: 'model' }),
      }),
      'image-classification',
      ...unlike,
    ),
    processor: null,
    transformersJs: null,
    note: 'grids are padded to whole windows, and each level of the backbone has a norm',
  }),
]
