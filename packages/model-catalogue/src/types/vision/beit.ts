import type { Value } from '@vitest-hardware/onnx-graph'
import { visionFeatureMaps, type VisionTransformerSpec, vitNames } from '../../architectures/vision-transformer.ts'
import { transformerBody } from '../../architectures/vision-transformer-body.ts'
import { activate } from '../../blocks/activation.ts'
import { batchNorm } from '../../blocks/batch-norm.ts'
import { windowOffsets } from '../../blocks/shifted-window.ts'
import { transposedConvolution } from '../../blocks/transposed-convolution.ts'
import { halfStatistics } from '../../folder/preprocessor.ts'
import type { GraphContext } from '../../graph-context.ts'
import { uperHead } from '../../heads/pyramid.ts'
import { type FeatureMap, type VisionBody, visionHeads, withoutHeads } from '../../heads/vision.ts'
import type { ModelType } from '../../model-type.ts'
import { visionType } from './vision-type.ts'

const config = {
  hidden_size: 32,
  num_hidden_layers: 4,
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
  use_mask_token: false,
  use_absolute_position_embeddings: false,
  use_relative_position_bias: true,
  use_shared_relative_position_bias: false,
  layer_scale_init_value: 0.1,
  drop_path_rate: 0.1,
  use_mean_pooling: true,
  out_indices: [1, 2, 3, 4],
  pool_scales: [1, 2],
  use_auxiliary_head: true,
  auxiliary_loss_weight: 0.4,
  auxiliary_channels: 32,
  auxiliary_num_convs: 1,
  auxiliary_concat_input: false,
  semantic_loss_ignore_index: 255,
} as const
const { hidden_size: size } = config
const side = config.image_size / config.patch_size

/** Row of the bias table for each pair of tokens: by offset for two patches, one row each for class to patch, patch to class and class to class. */
export function beitOffsets(window: number): number[] {
  const patches = window * window
  const rows = (2 * window - 1) ** 2
  const offsets = windowOffsets(window)
  return Array.from({ length: (patches + 1) ** 2 }, (_, index) => {
    const [from, to] = [Math.floor(index / (patches + 1)), index % (patches + 1)]
    if (from === 0) return to === 0 ? rows + 2 : rows
    return to === 0 ? rows + 1 : offsets[(from - 1) * patches + to - 1]!
  })
}

/** A table of each layer by the offset of two patches, the class token's offsets apart (Bao et al. 2022, arXiv:2106.08254, §2.1 after arXiv:1910.10683). */
function relativeBias(context: GraphContext): Value[] {
  const { graph } = context
  const count = side * side + 1
  return graph.scope('attention.attention.relative_position_bias', () => {
    const table = context.weight('relative_position_bias_table', [(2 * side - 1) ** 2 + 3, config.num_attention_heads], { std: 0.5 })
    const data = BigInt64Array.from(beitOffsets(side), BigInt)
    const picked = graph.node('Gather', [table, context.fixed('relative_position_index', { type: 'int64', dims: [count, count], data })], {
      axis: 0,
    })
    return [graph.node('Unsqueeze', [graph.node('Transpose', [picked], { perm: [2, 0, 1] }), graph.constant('int64', [0])])]
  })
}

const spec: VisionTransformerSpec = {
  image: config.image_size,
  patch: config.patch_size,
  size,
  layers: config.num_hidden_layers,
  heads: config.num_attention_heads,
  innerSize: config.intermediate_size,
  activation: config.hidden_act,
  epsilon: config.layer_norm_eps,
  names: { ...vitNames, last: null },
  prefix: [{ name: 'cls_token', count: 1 }],
  positions: false,
  bias: { query: true, key: false, value: true, output: true },
  scales: ['lambda_1', 'lambda_2'],
  biases: relativeBias,
}

/** Four levels from maps of one size: twice and once doubled, as they are, and halved (upstream's `fpn1` to `fpn4`). */
function pyramid(context: GraphContext, maps: readonly FeatureMap[]): FeatureMap[] {
  const double = (x: Value, name: string): Value =>
    transposedConvolution(context, x, { name, inputChannels: size, outputChannels: size, kernel: 2, stride: 2 })
  const [first, second, third, fourth] = maps.map(({ value }) => value) as [Value, Value, Value, Value]
  const normal = batchNorm(context, double(first, 'fpn1.0'), { name: 'fpn1.1', size, epsilon: 1e-5 })
  const values = [
    double(activate(context, normal, 'gelu'), 'fpn1.3'),
    double(second, 'fpn2.0'),
    third,
    context.graph.node('MaxPool', [fourth], { kernel_shape: [2, 2], strides: [2, 2] }),
  ]
  return values.map((value, level) => ({ value, channels: size, stride: (config.patch_size / 4) * 2 ** level }))
}

function body(scope: string): VisionBody {
  return {
    ...transformerBody(spec, { scope, pooler: 'mean norm', classified: 'pooler', backbone: { levels: config.out_indices, norm: false } }),
    segmentation: (context, pixels) => {
      // the last layer's output is no level of its own where as many layers as levels exist: upstream counts hidden states from 1
      const levels = config.out_indices.map((index) => index - 1)
      const maps = context.graph.scope(scope, () => visionFeatureMaps(context, pixels, spec, { levels, norm: false }))
      const options = { channels: size, poolScales: config.pool_scales, coarsest: side / 2 }
      const levelsOfPyramid = pyramid(context, maps)
      return context.graph.scope('decode_head', () => uperHead(context, levelsOfPyramid, options))
    },
  }
}

const processing = { statistics: halfStatistics, resample: 'bicubic' } as const

export const modelTypes: readonly ModelType[] = [
  visionType({
    type: 'beit',
    config: { ...config, vocab_size: 128, add_fpn: false, reshape_hidden_states: true },
    heads: visionHeads('Beit', body('beit')),
    processor: 'BeitImageProcessor',
    processing,
    transformersJs: 'BeitForImageClassification',
    note: 'relative position biases in each layer, as the fine-tuned checkpoints have them',
  }),
  visionType({
    type: 'data2vec-vision',
    config,
    heads: withoutHeads(visionHeads('Data2VecVision', body('data2vec_vision')), 'backbone'),
    processor: 'BeitImageProcessor',
    processing,
    transformersJs: null,
    note: "BEiT's modelling code under another name upstream, without its vocabulary and backbone class",
  }),
]
