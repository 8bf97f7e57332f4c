import { type VisionTransformerSpec, vitNames } from '../../architectures/vision-transformer.ts'
import { transformerBody } from '../../architectures/vision-transformer-body.ts'
import { halfStatistics } from '../../folder/preprocessor.ts'
import { visionHeads } from '../../heads/vision.ts'
import type { ModelType } from '../../model-type.ts'
import { visionType } from './vision-type.ts'

/** Fields that ViT and its kin share. */
const shared = {
  hidden_size: 32,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  intermediate_size: 64,
  hidden_act: 'gelu',
  hidden_dropout_prob: 0,
  attention_probs_dropout_prob: 0,
  initializer_range: 0.02,
  layer_norm_eps: 1e-12,
  image_size: 32,
  patch_size: 8,
  num_channels: 3,
  qkv_bias: true,
} as const

/** The architecture by the fields of a config. */
function specOf(config: Omit<typeof shared, 'layer_norm_eps'> & { readonly layer_norm_eps: number }): VisionTransformerSpec {
  return {
    image: config.image_size,
    patch: config.patch_size,
    channels: config.num_channels,
    size: config.hidden_size,
    layers: config.num_hidden_layers,
    heads: config.num_attention_heads,
    innerSize: config.intermediate_size,
    activation: config.hidden_act,
    epsilon: config.layer_norm_eps,
    names: vitNames,
    prefix: [{ name: 'cls_token', count: 1 }],
  }
}

const vit = { ...shared, encoder_stride: 8, pooler_act: 'tanh', pooler_output_size: 32 } as const
const msn = { ...shared, layer_norm_eps: 1e-6 } as const
const processing = { statistics: halfStatistics, resample: 'bilinear' } as const

export const modelTypes: readonly ModelType[] = [
  visionType({
    type: 'vit',
    config: vit,
    heads: visionHeads(
      'ViT',
      transformerBody(specOf(vit), { scope: 'vit', pooler: 'tanh', classified: 'first', reconstructed: { front: 1, back: 0 } }),
    ),
    processor: 'ViTImageProcessor',
    processing,
    transformersJs: 'ViTForImageClassification',
  }),
  visionType({
    type: 'deit',
    config: vit,
    heads: visionHeads(
      'DeiT',
      transformerBody(
        { ...specOf(vit), prefix: ['cls_token', 'distillation_token'].map((name) => ({ name, count: 1 })) },
        // upstream leaves out the first and the last token, not both of those before the patches
        { scope: 'deit', pooler: 'tanh', classified: 'first', reconstructed: { front: 1, back: 1 } },
      ),
    ),
    processor: 'DeiTImageProcessor',
    processing: { resample: 'bicubic' },
    transformersJs: 'DeiTForImageClassification',
    note: 'a distillation token stands beside the class token; the class with two classifiers (arXiv:2012.12877, §4) is not built',
  }),
  visionType({
    type: 'vit_msn',
    config: msn,
    heads: visionHeads('ViTMSN', transformerBody(specOf(msn), { scope: 'vit', classified: 'first' })),
    processor: 'ViTImageProcessor',
    processing,
    transformersJs: 'ViTMSNForImageClassification',
    note: 'ViT without a pooler (arXiv:2204.07141)',
  }),
  visionType({
    type: 'ijepa',
    config: vit,
    heads: visionHeads('IJepa', transformerBody({ ...specOf(vit), prefix: [] }, { scope: 'ijepa', classified: 'mean' })),
    processor: 'ViTImageProcessor',
    processing,
    transformersJs: 'IJepaForImageClassification',
    note: 'no class token: the classifier reads the mean of all patches (arXiv:2301.08243)',
  }),
]
