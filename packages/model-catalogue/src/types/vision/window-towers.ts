import type { Value } from '@vitest-hardware/onnx-graph'
import { samTower, type SamTowerSpec } from '../../architectures/sam-tower.ts'
import { activate } from '../../blocks/activation.ts'
import { convolution } from '../../blocks/convolution.ts'
import { convolutionUnit } from '../../blocks/convolution-unit.ts'
import { resizeBy } from '../../blocks/resize.ts'
import type { GraphContext } from '../../graph-context.ts'
import { pixelsInput } from '../../graphs/image-inputs.ts'
import { batch } from '../../graphs/text-inputs.ts'
import { visionHeads } from '../../heads/vision.ts'
import type { ModelType, TaskHead } from '../../model-type.ts'
import { visionType } from './vision-type.ts'

const [image, patch, size] = [32, 8, 32]
const side = image / patch

/** ViTDet's plain tower: windows, and the whole image in a few layers (Li et al. 2022, arXiv:2203.16527, §3). */
const tower: SamTowerSpec = {
  size,
  layers: 3,
  heads: 4,
  innerSize: 64,
  epsilon: 1e-6,
  image,
  patch,
  window: 3,
  globalLayers: [1, 2],
  outputChannels: size,
  names: {
    patch: 'embeddings.projection',
    positions: 'embeddings.position_embeddings',
    layer: 'encoder.layer.',
    norms: ['norm1', 'norm2'],
    attention: 'attention',
    up: 'fc1',
    down: 'fc2',
  },
}
const config = {
  hidden_size: size,
  num_hidden_layers: tower.layers,
  num_attention_heads: tower.heads,
  mlp_ratio: 2,
  hidden_act: 'gelu',
  layer_norm_eps: tower.epsilon,
  image_size: image,
  pretrain_image_size: image,
  patch_size: patch,
  qkv_bias: true,
  window_block_indices: [0],
  residual_block_indices: [],
  use_absolute_position_embeddings: true,
  use_relative_position_embeddings: true,
  window_size: tower.window,
} as const

const mapOf = (context: GraphContext, pixels: Value, spec: SamTowerSpec): Value =>
  context.graph.node('Transpose', [samTower(context, pixels, spec)], { perm: [0, 3, 1, 2] })

const heads = visionHeads('VitDet', {
  pixels: { channels: 3, size: image },
  features: (context, pixels) => ({ hidden: mapOf(context, pixels, tower), dims: [size, side, side] }),
  maps: (context, pixels) => [{ value: mapOf(context, pixels, tower), channels: size, stride: patch }],
})

/** Channels of the fine stream from the image down, and of the fused maps from the coarsest up. */
const fine = [4, 8, 12, 16] as const
const fused = [24, 16, 12, 8] as const

/**
 * ViTMatte's decoder: a convolutional stream of fine detail beside the tower, joined with its map on the way up
 * (Yao et al. 2024, arXiv:2305.15272, §3.3); three colours and the trimap go in.
 */
function matte(context: GraphContext): void {
  const { graph } = context
  const pixels = pixelsInput(context, { channels: 4, size: image })
  const map = graph.scope('backbone', () => mapOf(context, pixels, { ...tower, channels: 4 }))
  const alphas = graph.scope('decoder', () => {
    const details = [pixels]
    for (const [index, channels] of fine.slice(1).entries()) {
      const unit = {
        name: `convstream.convs.${index}`,
        inputChannels: fine[index]!,
        outputChannels: channels,
        kernel: 3,
        stride: 2,
        epsilon: 1e-5,
      }
      details.push(convolutionUnit(context, details[index]!, { ...unit, names: { convolution: 'conv', norm: 'batch_norm' } }))
    }
    let x = map
    fused.forEach((channels, index) => {
      const detail = details[details.length - 1 - index]!
      const inputChannels = (index === 0 ? size : fused[index - 1]!) + fine[fine.length - 1 - index]!
      // the tower's map and the coarsest detail are of one size here; each later step doubles it
      const up = index === 0 ? x : resizeBy(context, x, 2)
      x = convolutionUnit(context, graph.node('Concat', [detail, up], { axis: 1 }), {
        name: `fusion_blocks.${index}.conv`,
        inputChannels,
        outputChannels: channels,
        kernel: 3,
        names: { convolution: 'conv', norm: 'batch_norm' },
      })
    })
    const last = fused.at(-1)!
    return graph.scope('matting_head.matting_convs', () => {
      const inner = convolutionUnit(context, x, {
        name: '',
        inputChannels: last,
        outputChannels: 16,
        kernel: 3,
        bias: true,
        names: { convolution: '0', norm: '1' },
      })
      return activate(context, convolution(context, inner, { name: '3', inputChannels: 16, outputChannels: 1, kernel: [1, 1] }), 'sigmoid')
    })
  })
  graph.output('alphas', alphas, 'float32', [batch, 1, image, image])
}

const matting: TaskHead = { architecture: 'VitMatteForImageMatting', graphs: [{ name: 'model', build: matte }] }

export const modelTypes: readonly ModelType[] = [
  visionType({
    type: 'vitdet',
    config: { ...config, num_channels: 3, out_features: ['stage3'], out_indices: [3] },
    heads,
    defaultTask: 'feature-extraction',
    processor: null,
    transformersJs: null,
    note: 'windows in the first layer, the whole image in the others; relative positions by row and column; the row of the class token, which no patch has, is left out of the positions',
  }),
  visionType({
    type: 'vitmatte',
    config: {
      backbone_config: { model_type: 'vitdet', ...config, num_channels: 4 },
      image_size: image,
      hidden_size: size,
      convstream_hidden_sizes: fine.slice(1),
      fusion_hidden_sizes: fused,
    },
    heads: { 'image-to-image': matting },
    defaultTask: 'image-to-image',
    processor: 'VitMatteImageProcessor',
    transformersJs: null,
    note: 'four channels: colours and trimap; upstream’s stride of sixteen is eight here, so that the coarsest detail has the tower’s size',
  }),
]
