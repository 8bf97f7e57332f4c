import { hieraPretraining, type HieraPretrainingSpec, predictedSide } from '../../architectures/hiera-pretraining.ts'
import { hieraFeatureMaps, type HieraSpec, hieraStages } from '../../architectures/hiera.ts'
import { layerNorm } from '../../blocks/norm.ts'
import type { GraphContext } from '../../graph-context.ts'
import { pixelsInput } from '../../graphs/image-inputs.ts'
import { batch } from '../../graphs/text-inputs.ts'
import { meanOfTokens, type VisionBody, visionHeads } from '../../heads/vision.ts'
import type { ModelType } from '../../model-type.ts'
import { visionType } from './vision-type.ts'

const config = {
  embed_dim: 8,
  image_size: [32, 32],
  patch_size: [7, 7],
  patch_stride: [4, 4],
  patch_padding: [3, 3],
  mlp_ratio: 4,
  depths: [1, 2, 2],
  num_heads: [1, 2, 4],
  embed_dim_multiplier: 2,
  num_query_pool: 2,
  query_stride: [2, 2],
  masked_unit_size: [4, 4],
  masked_unit_attention: [true, true, false],
  drop_path_rate: 0,
  num_channels: 3,
  hidden_act: 'gelu',
  initializer_range: 0.02,
  layer_norm_init: 1,
  layer_norm_eps: 1e-6,
  normalize_pixel_loss: true,
  mask_ratio: 0.5,
  decoder_hidden_size: 16,
  decoder_depth: 1,
  decoder_num_heads: 4,
  out_features: ['stage1', 'stage2', 'stage3'],
  out_indices: [1, 2, 3],
} as const
const spec: HieraSpec = {
  image: config.image_size[0],
  patch: config.patch_size[0],
  stride: config.patch_stride[0],
  padding: config.patch_padding[0],
  size: config.embed_dim,
  depths: config.depths,
  heads: config.num_heads,
  mlpRatio: config.mlp_ratio,
  unit: config.masked_unit_size[0],
  within: config.masked_unit_attention,
  activation: config.hidden_act,
  epsilon: config.layer_norm_eps,
}
const size = 32
const tokens = 4
const pooled: VisionBody['summary'] = (context, { hidden }) => ({
  value: context.graph.scope('hiera.pooler', () =>
    layerNorm(context, meanOfTokens(context, hidden), { name: 'layernorm', size, epsilon: config.layer_norm_eps }),
  ),
  size,
})

const pretrainingSpec: HieraPretrainingSpec = {
  encoder: spec,
  maskRatio: config.mask_ratio,
  decoderSize: config.decoder_hidden_size,
  decoderDepth: config.decoder_depth,
  decoderHeads: config.decoder_num_heads,
}

function pretraining(context: GraphContext): void {
  const pixels = pixelsInput(context, { channels: 3, size: spec.image })
  const noise = context.graph.input('noise', 'float32', [batch, tokens])
  const { logits, seen, restore } = hieraPretraining(context, pixels, noise, pretrainingSpec)
  context.graph.output('logits', logits, 'float32', [batch, tokens, predictedSide(pretrainingSpec) ** 2 * 3])
  context.graph.output('bool_masked_pos', seen, 'bool', [batch, tokens])
  context.graph.output('ids_restore', restore, 'int64', [batch, tokens])
}

export const modelTypes: readonly ModelType[] = [
  visionType({
    type: 'hiera',
    config,
    heads: {
      ...visionHeads('Hiera', {
        pixels: { channels: 3, size: spec.image },
        features: (context, pixels) => ({
          hidden: context.graph.scope('hiera', () => hieraStages(context, pixels, spec)).at(-1)!.tokens,
          dims: [tokens, size],
        }),
        pooler: pooled,
        summary: pooled,
        maps: (context, pixels) => hieraFeatureMaps(context, pixels, spec),
      }),
      pretraining: { architecture: 'HieraForPreTraining', graphs: [{ name: 'model', build: pretraining }] },
    },
    processor: 'BitImageProcessor',
    processing: { size: { height: 32, width: 32 } },
    transformersJs: 'HieraForImageClassification',
    note: 'attention within mask units, queries pooled by a maximum (arXiv:2306.00989)',
  }),
]
