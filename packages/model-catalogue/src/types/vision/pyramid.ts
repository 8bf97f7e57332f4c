import { pyramidSide, pyramidTransformer, type PyramidTransformerSpec } from '../../architectures/pyramid-transformer.ts'
import { flattenGrid, tokenAt } from '../../blocks/patch.ts'
import { mixedLevels } from '../../heads/mixed-levels.ts'
import { meanOfTokens, type VisionBody, visionHeads, withoutHeads } from '../../heads/vision.ts'
import type { ModelType } from '../../model-type.ts'
import { visionType } from './vision-type.ts'

const shared = {
  // no field of SegFormer's and PVT V2's, which take images of any size
  image_size: 64,
  num_channels: 3,
  num_encoder_blocks: 4,
  depths: [1, 1, 1, 1],
  hidden_sizes: [8, 16, 24, 32],
  strides: [4, 2, 2, 2],
  num_attention_heads: [1, 2, 3, 4],
  hidden_act: 'gelu',
  hidden_dropout_prob: 0,
  attention_probs_dropout_prob: 0,
  initializer_range: 0.02,
  layer_norm_eps: 1e-6,
} as const
/** Fields of the encoder, which GLPN has too. */
export const segformerEncoder = {
  ...shared,
  sr_ratios: [8, 4, 2, 1],
  patch_sizes: [7, 3, 3, 3],
  mlp_ratios: [4, 4, 4, 4],
  drop_path_rate: 0.1,
} as const
const segformer = {
  ...segformerEncoder,
  classifier_dropout_prob: 0.1,
  decoder_hidden_size: 32,
  semantic_loss_ignore_index: 255,
  reshape_last_stage: true,
} as const
const pvt = {
  ...shared,
  sequence_reduction_ratios: [8, 4, 2, 1],
  patch_sizes: [4, 2, 2, 2],
  mlp_ratios: [8, 8, 4, 4],
  drop_path_rate: 0,
  qkv_bias: true,
} as const
const pvtV2 = {
  ...shared,
  sr_ratios: [8, 4, 2, 1],
  patch_sizes: [7, 3, 3, 3],
  mlp_ratios: [8, 8, 4, 4],
  drop_path_rate: 0,
  qkv_bias: true,
  linear_attention: false,
  reshape_last_stage: true,
  out_features: ['stage1', 'stage2', 'stage3', 'stage4'],
  out_indices: [0, 1, 2, 3],
} as const

const attentionOf = (self: string, output: string): PyramidTransformerSpec['names']['attention'] => ({
  query: `attention.${self}query`,
  key: `attention.${self}key`,
  value: `attention.${self}value`,
  output: `attention.${output}`,
})
const base = {
  image: shared.image_size,
  sizes: shared.hidden_sizes,
  depths: shared.depths,
  heads: shared.num_attention_heads,
  strides: shared.strides,
  activation: shared.hidden_act,
} as const

/** PyTorch's default, where upstream leaves it. */
const epsilon = 1e-5

/** SegFormer's encoder. */
export const segformerSpec: PyramidTransformerSpec = {
  ...base,
  patches: segformer.patch_sizes,
  reductions: segformer.sr_ratios,
  mlpRatios: segformer.mlp_ratios,
  epsilon,
  overlapping: true,
  mixed: true,
  positions: false,
  stageNorm: (stage) => `layer_norm.${stage}`,
  names: {
    patch: 'proj',
    attention: attentionOf('self.', 'output.dense'),
    reduce: ['attention.self.sr', 'attention.self.layer_norm'],
  },
}
const pvtSpec: PyramidTransformerSpec = {
  ...base,
  patches: pvt.patch_sizes,
  reductions: pvt.sequence_reduction_ratios,
  mlpRatios: pvt.mlp_ratios,
  epsilon: pvt.layer_norm_eps,
  overlapping: false,
  mixed: false,
  positions: true,
  stageNorm: null,
  names: {
    patch: 'projection',
    attention: attentionOf('self.', 'output.dense'),
    reduce: ['attention.self.sequence_reduction', 'attention.self.layer_norm'],
  },
}
const pvtV2Spec: PyramidTransformerSpec = {
  ...segformerSpec,
  mlpRatios: pvtV2.mlp_ratios,
  epsilon: pvtV2.layer_norm_eps,
  outerEpsilon: epsilon,
  stageNorm: (stage) => `layer_norms.${stage}`,
  names: { patch: 'proj', attention: attentionOf('', 'proj'), reduce: ['attention.sr', 'attention.layer_norm'] },
}

/** A body that gives its last grid, the mean of which is classified. */
function gridBody(spec: PyramidTransformerSpec, scope: string): VisionBody {
  const size = spec.sizes.at(-1)!
  const side = pyramidSide(spec, spec.sizes.length - 1)
  return {
    pixels: { channels: 3, size: spec.image },
    features: (context, pixels) => ({
      hidden: context.graph.scope(`${scope}.encoder`, () => pyramidTransformer(context, pixels, spec)).maps.at(-1)!.value,
      dims: [size, side, side],
    }),
    summary: (context, { hidden }) => ({ value: meanOfTokens(context, flattenGrid(context, hidden, size)), size }),
  }
}

const pvtSize = pvtSpec.sizes.at(-1)!
const pvtV2Heads = visionHeads('PvtV2', {
  ...gridBody(pvtV2Spec, 'pvt_v2'),
  maps: (context, pixels) => context.graph.scope('encoder', () => pyramidTransformer(context, pixels, pvtV2Spec)).maps,
})

export const modelTypes: readonly ModelType[] = [
  visionType({
    type: 'segformer',
    config: segformer,
    heads: visionHeads('Segformer', {
      ...gridBody(segformerSpec, 'segformer'),
      segmentation: (context, pixels) => {
        const { maps } = context.graph.scope('segformer.encoder', () => pyramidTransformer(context, pixels, segformerSpec))
        const options = { image: segformer.image_size, size: segformer.decoder_hidden_size }
        return context.graph.scope('decode_head', () => mixedLevels(context, maps, options))
      },
    }),
    processor: 'SegformerImageProcessor',
    processing: { resample: 'bilinear' },
    transformersJs: 'SegformerForImageClassification',
  }),
  visionType({
    type: 'pvt',
    config: pvt,
    heads: visionHeads('Pvt', {
      pixels: { channels: 3, size: pvt.image_size },
      features: (context, pixels) => ({
        hidden: context.graph.scope('pvt.encoder', () => pyramidTransformer(context, pixels, pvtSpec)).tokens,
        dims: [pyramidSide(pvtSpec, 3) ** 2 + 1, pvtSize],
      }),
      summary: (context, { hidden }) => ({ value: tokenAt(context, hidden, 0), size: pvtSize }),
    }),
    processor: 'PvtImageProcessor',
    processing: { resample: 'bilinear' },
    transformersJs: 'PvtForImageClassification',
    note: 'learned positions in each stage, a class token in the last one (arXiv:2102.12122)',
  }),
  visionType({
    type: 'pvt_v2',
    config: pvtV2,
    heads: withoutHeads(pvtV2Heads, 'image-feature-extraction'),
    processor: 'PvtImageProcessor',
    processing: { resample: 'bilinear' },
    transformersJs: null,
    note: 'overlapping patches and depthwise convolutions in place of positions (arXiv:2106.13797)',
  }),
]
