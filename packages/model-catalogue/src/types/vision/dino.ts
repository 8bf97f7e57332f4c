import { centreRotation } from '../../architectures/rotary-vision.ts'
import { dinoNames, type VisionTransformerSpec } from '../../architectures/vision-transformer.ts'
import { transformerBody } from '../../architectures/vision-transformer-body.ts'
import { visionHeads } from '../../heads/vision.ts'
import type { ModelType } from '../../model-type.ts'
import { visionType } from './vision-type.ts'

/** Fields that the series shares. */
const shared = {
  hidden_size: 32,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  hidden_act: 'gelu',
  hidden_dropout_prob: 0,
  attention_probs_dropout_prob: 0,
  initializer_range: 0.02,
  layer_norm_eps: 1e-6,
  image_size: 32,
  num_channels: 3,
  drop_path_rate: 0,
  apply_layernorm: true,
  reshape_hidden_states: true,
  out_features: ['stage1', 'stage2'],
  out_indices: [1, 2],
} as const
const plain = { ...shared, mlp_ratio: 4, qkv_bias: true } as const
const dinov2 = { ...plain, patch_size: 8, layerscale_value: 1, use_swiglu_ffn: false, use_mask_token: true } as const
const registers = { ...plain, patch_size: 16, layerscale_value: 1, use_swiglu_ffn: false, num_register_tokens: 4 } as const
const pixio = { ...plain, patch_size: 16, n_cls_tokens: 8 } as const
const dinov3 = {
  ...shared,
  patch_size: 8,
  intermediate_size: 128,
  layer_norm_eps: 1e-5,
  rope_theta: 100,
  query_bias: true,
  key_bias: false,
  value_bias: true,
  proj_bias: true,
  mlp_bias: true,
  layerscale_value: 1,
  use_gated_mlp: false,
  num_register_tokens: 4,
  pos_embed_rescale: 2,
} as const

const base: Omit<VisionTransformerSpec, 'patch'> = {
  image: shared.image_size,
  size: shared.hidden_size,
  layers: shared.num_hidden_layers,
  heads: shared.num_attention_heads,
  innerSize: 4 * shared.hidden_size,
  activation: shared.hidden_act,
  epsilon: shared.layer_norm_eps,
  names: dinoNames,
  prefix: [{ name: 'cls_token', count: 1 }],
}
const scaled: Omit<VisionTransformerSpec, 'patch'> = { ...base, scales: ['layer_scale1.lambda1', 'layer_scale2.lambda1'] }
const levels = { levels: shared.out_indices }

/** DINOv3's layers (arXiv:2508.10104): no learned positions, patches' queries and keys turned by their place, no bias on keys. */
export const dinov3Spec: VisionTransformerSpec = {
  ...scaled,
  patch: dinov3.patch_size,
  patchName: 'patch_embeddings',
  innerSize: dinov3.intermediate_size,
  epsilon: dinov3.layer_norm_eps,
  positions: false,
  prefix: [
    { name: 'cls_token', count: 1 },
    { name: 'register_tokens', count: dinov3.num_register_tokens },
  ],
  bias: { query: true, key: false, value: true, output: true },
  rotate: centreRotation({
    side: shared.image_size / dinov3.patch_size,
    size: shared.hidden_size / shared.num_attention_heads,
    theta: dinov3.rope_theta,
    prefix: 1 + dinov3.num_register_tokens,
  }),
  names: {
    layers: 'layer',
    before: 'norm1',
    after: 'norm2',
    attention: { query: 'attention.q_proj', key: 'attention.k_proj', value: 'attention.v_proj', output: 'attention.o_proj' },
    up: 'mlp.up_proj',
    down: 'mlp.down_proj',
    last: 'norm',
  },
}

export const modelTypes: readonly ModelType[] = [
  visionType({
    type: 'dinov2',
    config: dinov2,
    heads: visionHeads(
      'Dinov2',
      transformerBody(
        { ...scaled, patch: dinov2.patch_size },
        { scope: 'dinov2', pooler: 'first', classified: 'first and mean of patches', backbone: levels },
      ),
    ),
    processor: 'BitImageProcessor',
    transformersJs: 'Dinov2ForImageClassification',
  }),
  visionType({
    type: 'dinov2_with_registers',
    config: registers,
    heads: visionHeads(
      'Dinov2WithRegisters',
      transformerBody(
        { ...scaled, patch: registers.patch_size, registers: { name: 'register_tokens', count: registers.num_register_tokens } },
        { scope: 'dinov2_with_registers', pooler: 'first', classified: 'first and mean of patches', backbone: levels },
      ),
    ),
    processor: 'BitImageProcessor',
    transformersJs: 'Dinov2WithRegistersForImageClassification',
    note: 'registers come in behind the class token, without positions (arXiv:2309.16588)',
  }),
  visionType({
    type: 'dinov3_vit',
    config: dinov3,
    heads: visionHeads('DINOv3ViT', transformerBody(dinov3Spec, { scope: '', pooler: 'first', classified: null, backbone: levels })),
    processor: 'DINOv3ViTImageProcessor',
    processing: { resample: 'bilinear' },
    transformersJs: 'DINOv3ViTModel',
  }),
  visionType({
    type: 'pixio',
    config: pixio,
    heads: visionHeads(
      'Pixio',
      transformerBody(
        { ...base, patch: pixio.patch_size, prefix: [{ name: 'cls_token', count: pixio.n_cls_tokens }] },
        { scope: '', pooler: 'mean of prefix', classified: null, backbone: levels },
      ),
    ),
    processor: 'BitImageProcessor',
    transformersJs: null,
    note: 'DINOv2 without layer scale, with eight class tokens whose mean is the pooled output',
  }),
]
