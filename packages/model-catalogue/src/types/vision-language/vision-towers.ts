import { blocksNames, clipNames, type VisionTowerSpec } from '../../architectures/vision-tower.ts'

/** A tower's `vision_config` and what it makes of it. */
export interface Tower {
  readonly config: Readonly<Record<string, unknown>>
  readonly spec: VisionTowerSpec
}

export interface TowerOptions {
  /** Patches along one side of the image of 32 pixels. @default 2 */
  readonly side?: number
  /** Layers of the config. @default 2 */
  readonly layers?: number
  /** Layers that the model uses; the others are left out, as an export drops them. @default all */
  readonly used?: number
  readonly spec?: Partial<VisionTowerSpec>
  readonly extra?: Readonly<Record<string, unknown>>
}

export const imageSize = 32
export const visionSize = 32

function tower(
  modelType: string,
  { side = 2, layers = 2, used = layers, spec, extra }: TowerOptions,
  base: Pick<VisionTowerSpec, 'activation' | 'epsilon'> & Partial<VisionTowerSpec>,
): Tower {
  const patch = imageSize / side
  return {
    config: {
      model_type: modelType,
      hidden_size: visionSize,
      intermediate_size: 64,
      num_hidden_layers: layers,
      num_attention_heads: 4,
      num_channels: 3,
      image_size: imageSize,
      patch_size: patch,
      hidden_act: base.activation,
      layer_norm_eps: base.epsilon,
      ...extra,
    },
    spec: {
      size: visionSize,
      layers: used,
      heads: 4,
      innerSize: 64,
      norm: 'layer',
      names: clipNames,
      image: imageSize,
      patch,
      patches: { name: 'patch_embedding', bias: true },
      embeddingScope: 'embeddings',
      ...base,
      ...spec,
    },
  }
}

/** CLIP's (arXiv:2103.00020): class token, norm before the layers; which layer's output is taken is the caller's. */
export const clipTower = (options: TowerOptions = {}): Tower =>
  tower('clip_vision_model', options, {
    activation: 'quick_gelu',
    epsilon: 1e-5,
    patches: { name: 'patch_embedding', bias: false },
    classToken: 'class_embedding',
    positions: 'position_embedding.weight',
    // upstream's own spelling of the module
    before: 'pre_layrnorm',
  })

/** SigLIP's (arXiv:2303.15343): no class token, norm behind the layers. */
export const siglipTower = (options: TowerOptions = {}): Tower =>
  tower('siglip_vision_model', options, {
    activation: 'gelu_pytorch_tanh',
    epsilon: 1e-6,
    positions: 'position_embedding.weight',
    after: 'post_layernorm',
  })

/** Pixtral's (arXiv:2410.07073, §2.1): no biases, RMS norms, gated, rotation by row and column. */
export const pixtralTower = (options: TowerOptions = {}): Tower =>
  tower(
    'pixtral',
    { side: 4, ...options, extra: { head_dim: 8, rope_theta: 10_000, ...options.extra } },
    {
      activation: 'silu',
      epsilon: 1e-5,
      norm: 'rms',
      patches: { name: 'patch_conv', bias: false },
      embeddingScope: '',
      before: 'ln_pre',
      rotary: { theta: 10_000, frequencies: 'alternating' },
      bias: { projections: false, feedForward: false },
      names: {
        layers: 'transformer.layers',
        norms: ['attention_norm', 'ffn_norm'],
        attention: 'attention',
        projections: { query: 'q_proj', key: 'k_proj', value: 'v_proj', output: 'o_proj' },
        feedForward: 'feed_forward',
        gate: 'gate_proj',
        up: 'up_proj',
        down: 'down_proj',
      },
    },
  )

/** InternViT's (arXiv:2312.14238, §3.2): class token, learned factors on what layers add, biases. */
export const internTower = (options: TowerOptions = {}): Tower =>
  tower(
    'internvl_vision',
    { side: 4, ...options },
    {
      activation: 'gelu',
      epsilon: 1e-6,
      patches: { name: 'patch_embeddings.projection', bias: true },
      classToken: 'cls_token',
      positions: 'position_embeddings',
      layerScale: ['lambda_1', 'lambda_2'],
      bias: { projections: false, output: true },
      names: {
        layers: 'encoder.layer',
        norms: ['layernorm_before', 'layernorm_after'],
        attention: 'attention',
        projections: { query: 'q_proj', key: 'k_proj', value: 'v_proj', output: 'projection_layer' },
        feedForward: 'mlp',
        up: 'fc1',
        down: 'fc2',
      },
    },
  )

/** The Qwen-VL series' names within a layer, here for towers over whole images. */
export const blockTower = (
  modelType: string,
  options: TowerOptions,
  base: Pick<VisionTowerSpec, 'activation' | 'epsilon'> & Partial<VisionTowerSpec>,
): Tower => tower(modelType, options, { names: blocksNames, ...base })
