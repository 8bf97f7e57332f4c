import type { Value } from '@vitest-hardware/onnx-graph'
import {
  dinoNames,
  embedImage,
  lastNorm,
  visionLayer,
  visionLayers,
  type VisionTransformerSpec,
  vitNames,
} from '../../architectures/vision-transformer.ts'
import { activate } from '../../blocks/activation.ts'
import { add } from '../../blocks/arithmetic.ts'
import { convolution } from '../../blocks/convolution.ts'
import { linear } from '../../blocks/linear.ts'
import { repeatForBatch } from '../../blocks/patch.ts'
import { resizeBy } from '../../blocks/resize.ts'
import { transposedConvolution } from '../../blocks/transposed-convolution.ts'
import type { GraphContext } from '../../graph-context.ts'
import { pixelsInput } from '../../graphs/image-inputs.ts'
import { batch } from '../../graphs/text-inputs.ts'
import { labelCount, tokensFrom, tokensToGrid } from '../../heads/vision.ts'
import type { ModelType } from '../../model-type.ts'
import { dinov3Spec } from './dino.ts'
import { visionType } from './vision-type.ts'

const [image, patch, size, queries] = [32, 8, 32, 6]
const side = image / patch

const plain: Omit<VisionTransformerSpec, 'names' | 'prefix'> = {
  image,
  patch,
  size,
  layers: 3,
  heads: 4,
  innerSize: 64,
  activation: 'gelu',
  epsilon: 1e-6,
}
const poseSpec: VisionTransformerSpec = { ...plain, epsilon: 1e-12, names: vitNames, prefix: [], positions: false }

/** ViTPose's body: patches, each with a place and with that of a class token that is not there (Xu et al. 2022, arXiv:2204.12484, §3.2). */
function poseTokens(context: GraphContext, pixels: Value): Value {
  const { graph } = context
  const seen = embedImage(context, pixels, poseSpec)
  const placed = graph.scope('embeddings', () => {
    const places = context.weight('position_embeddings', [1, side * side + 1, size], { std: 0.5 })
    return add(context, seen, tokensFrom(context, places, 1), tokensFrom(context, places, 0, 1))
  })
  return lastNorm(context, visionLayers(context, placed, poseSpec), poseSpec)
}

const keypoints = 5

/** The simple decoder: ReLU, four times the size, one convolution to a heat map for each point (arXiv:2204.12484, §3.2, eq. 4). */
function pose(context: GraphContext): void {
  const { graph } = context
  const tokens = graph.scope('backbone', () => poseTokens(context, pixelsInput(context, { channels: 3, size: image })))
  const grid = resizeBy(context, activate(context, tokensToGrid(context, tokens, side, size), 'relu'), 4)
  const maps = convolution(context, grid, { name: 'head.conv', inputChannels: size, outputChannels: keypoints, kernel: [3, 3], padding: 1 })
  graph.output('heatmaps', maps, 'float32', [batch, keypoints, 4 * side, 4 * side])
}

function poseBackbone(context: GraphContext): void {
  const tokens = poseTokens(context, pixelsInput(context, { channels: 3, size: image }))
  context.graph.output('feature_maps.0', tokens, 'float32', [batch, side * side, size])
}

/** Learned queries join the tokens before the last layer; their classes, and their products with the patches, four times as large, as masks (Kerssies et al. 2025, arXiv:2503.19108, §3). */
function encoderOnlyMasks(spec: VisionTransformerSpec): (context: GraphContext) => void {
  return (context) => {
    const { graph } = context
    const pixels = pixelsInput(context, { channels: 3, size: image })
    const embedded = embedImage(context, pixels, spec)
    const before = visionLayers(context, embedded, { ...spec, layers: spec.layers - 1 })
    const asked = graph.scope('query', () => context.weight('weight', [queries, size], { std: 1 }))
    const repeated = repeatForBatch(context, graph.node('Unsqueeze', [asked, graph.constant('int64', [0])]), before, [queries, size])
    const joined = graph.node('Concat', [repeated, before], { axis: 1 })
    // queries have no place among the patches: they stand before what is not turned
    const late = spec.rotate === undefined ? spec : { ...spec, rotate: lateRotation(spec) }
    const last = graph.scope(`${spec.names.layers}.${spec.layers - 1}`, () => visionLayer(context, joined, late))
    const normed = lastNorm(context, last, spec)
    const found = tokensFrom(context, normed, 0, queries)
    graph.output(
      'class_queries_logits',
      linear(context, found, { name: 'class_predictor', inputSize: size, outputSize: labelCount + 1 }),
      'float32',
      [batch, queries, labelCount + 1],
    )
    const prefixes = spec.prefix.reduce((sum, { count }) => sum + count, 0)
    const grid = upscaled(context, tokensToGrid(context, tokensFrom(context, normed, queries + prefixes), side, size))
    const masks = [0, 1, 2].reduce((x, index) => {
      const next = linear(context, x, { name: `mask_head.fc${index + 1}`, inputSize: size, outputSize: size })
      return index < 2 ? activate(context, next, 'gelu') : next
    }, found)
    const flat = graph.node('Reshape', [grid, graph.constant('int64', [0, size, -1])])
    const large = 4 * side
    graph.output(
      'masks_queries_logits',
      graph.node('Reshape', [graph.node('MatMul', [masks, flat]), graph.constant('int64', [0, queries, large, large])]),
      'float32',
      [batch, queries, large, large],
    )
  }
}

/** The turn of a layer whose first tokens are the queries. */
function lateRotation(spec: VisionTransformerSpec): NonNullable<VisionTransformerSpec['rotate']> {
  return (context, head) => {
    const { graph } = context
    const part = (start: number, end: number): Value =>
      graph.node('Slice', [head, ...[start, end, 2].map((value) => graph.constant('int64', [value]))])
    return graph.node('Concat', [part(0, queries), spec.rotate!(context, part(queries, 2 ** 31 - 1))], { axis: 2 })
  }
}

/** Twice twice as large: a transposed convolution, GELU, a depthwise convolution and a norm over the channels each (upstream's `EomtScaleLayer`). */
function upscaled(context: GraphContext, grid: Value): Value {
  const { graph } = context
  return [0, 1].reduce(
    (x, index) =>
      graph.scope(`upscale_block.block.${index}`, () => {
        const large = activate(
          context,
          transposedConvolution(context, x, { name: 'conv1', inputChannels: size, outputChannels: size, kernel: 2, stride: 2 }),
          'gelu',
        )
        const mixed = convolution(context, large, {
          name: 'conv2',
          inputChannels: size,
          outputChannels: size,
          kernel: [3, 3],
          padding: 1,
          groups: size,
          bias: false,
        })
        const last = graph.node('Transpose', [mixed], { perm: [0, 2, 3, 1] })
        const normed = graph.scope('layernorm2d', () =>
          graph.node('LayerNormalization', [last, context.weight('weight', [size], { mean: 1 }), context.weight('bias', [size])], {
            axis: -1,
            epsilon: { float: 1e-6 },
          }),
        )
        return graph.node('Transpose', [normed], { perm: [0, 3, 1, 2] })
      }),
    grid,
  )
}

const shared = {
  hidden_size: size,
  num_hidden_layers: plain.layers,
  num_attention_heads: plain.heads,
  intermediate_size: plain.innerSize,
  hidden_act: 'gelu',
  image_size: image,
  patch_size: patch,
  num_channels: 3,
} as const
const eomt: VisionTransformerSpec = {
  ...plain,
  names: dinoNames,
  prefix: [{ name: 'cls_token', count: 1 }],
  scales: ['layer_scale1.lambda1', 'layer_scale2.lambda1'],
}
const masked = (prefix: string, spec: VisionTransformerSpec) => ({
  'image-segmentation': {
    architecture: `${prefix}ForUniversalSegmentation`,
    graphs: [{ name: 'model', build: encoderOnlyMasks(spec) }] as const,
  },
})
const eomtNote = 'queries join the last layer; without masked attention, as a model is once training has annealed it away'

export const modelTypes: readonly ModelType[] = [
  visionType({
    type: 'vitpose_backbone',
    config: { ...shared, layer_norm_eps: 1e-12, qkv_bias: true, num_experts: 1, out_features: ['stage3'], out_indices: [3] },
    heads: { backbone: { architecture: 'VitPoseBackbone', graphs: [{ name: 'model', build: poseBackbone }] } },
    defaultTask: 'backbone',
    processor: 'VitPoseImageProcessor',
    transformersJs: null,
    note: 'every patch has the class token’s place added to its own',
  }),
  visionType({
    type: 'vitpose',
    config: {
      backbone_config: { model_type: 'vitpose_backbone', ...shared },
      image_size: image,
      scale_factor: 4,
      use_simple_decoder: true,
      num_keypoints: keypoints,
    },
    heads: { 'keypoint-detection': { architecture: 'VitPoseForPoseEstimation', graphs: [{ name: 'model', build: pose }] } },
    defaultTask: 'keypoint-detection',
    processor: 'VitPoseImageProcessor',
    transformersJs: null,
    note: 'a heat map for each point',
  }),
  visionType({
    type: 'eomt',
    config: {
      ...shared,
      layer_norm_eps: 1e-6,
      mlp_ratio: 2,
      layerscale_value: 1,
      num_blocks: 1,
      num_queries: queries,
      num_upscale_blocks: 2,
      num_register_tokens: 0,
    },
    heads: masked('Eomt', eomt),
    defaultTask: 'image-segmentation',
    processor: 'EomtImageProcessor',
    transformersJs: null,
    note: eomtNote,
  }),
  visionType({
    type: 'eomt_dinov3',
    config: {
      ...shared,
      layer_norm_eps: 1e-5,
      rope_theta: 100,
      num_blocks: 1,
      num_queries: queries,
      num_upscale_blocks: 2,
      num_register_tokens: 4,
    },
    heads: masked('EomtDinov3', dinov3Spec),
    defaultTask: 'image-segmentation',
    processor: 'EomtImageProcessor',
    transformersJs: null,
    note: `DINOv3’s layers, patches turned by their place; ${eomtNote}`,
  }),
]
