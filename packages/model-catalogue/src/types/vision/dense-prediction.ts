import type { Value } from '@vitest-hardware/onnx-graph'
import { convNextFeatureMaps, convNextNames } from '../../architectures/convnext.ts'
import {
  dinoNames,
  embedImage,
  lastNorm,
  visionLayers,
  type VisionTransformerSpec,
  vitNames,
} from '../../architectures/vision-transformer.ts'
import { activate } from '../../blocks/activation.ts'
import { convolution } from '../../blocks/convolution.ts'
import { linear } from '../../blocks/linear.ts'
import { tokenAt } from '../../blocks/patch.ts'
import { resizeBy, resizeLike, resizeTo } from '../../blocks/resize.ts'
import { transposedConvolution } from '../../blocks/transposed-convolution.ts'
import { halfStatistics, imageNetStatistics } from '../../folder/preprocessor.ts'
import type { GraphContext } from '../../graph-context.ts'
import { pixelsInput } from '../../graphs/image-inputs.ts'
import { batch } from '../../graphs/text-inputs.ts'
import { uperHead } from '../../heads/pyramid.ts'
import { labelCount, tokensFrom, tokensToGrid } from '../../heads/vision.ts'
import type { ModelType, TaskHead } from '../../model-type.ts'
import { visionType } from './vision-type.ts'

const [image, patch, size, fusion] = [32, 8, 32, 16]
const side = image / patch
const neckSizes = [8, 12, 16, 24] as const
const levels = [1, 2, 3, 4] as const

const tower: VisionTransformerSpec = {
  image,
  patch,
  size,
  layers: levels.length,
  heads: 4,
  innerSize: 64,
  activation: 'gelu',
  epsilon: 1e-12,
  names: vitNames,
  prefix: [{ name: 'cls_token', count: 1 }],
}
const dinoTower: VisionTransformerSpec = {
  ...tower,
  epsilon: 1e-6,
  names: dinoNames,
  scales: ['layer_scale1.lambda1', 'layer_scale2.lambda1'],
}

interface DptSpec {
  readonly tower: VisionTransformerSpec
  readonly scope: string
  /** How the class token joins the patches: through a projection, or not at all (Ranftl et al. 2021, arXiv:2103.13413, §3.1). */
  readonly readout: 'project' | 'ignore'
  /** Whether levels pass the tower's last norm. */
  readonly normed: boolean
}

const convolve = (context: GraphContext, x: Value, name: string, from: number, to: number, kernel: number, bias = true): Value =>
  convolution(context, x, { name, inputChannels: from, outputChannels: to, kernel: [kernel, kernel], padding: (kernel - 1) / 2, bias })

/** Tokens of four levels as maps of four scales: 4, 2, 1 and 1/2 times the patches' (arXiv:2103.13413, §3.1). */
function reassemble(context: GraphContext, pixels: Value, { tower: spec, scope, readout, normed }: DptSpec): Value[] {
  const { graph } = context
  const seen: Value[] = []
  graph.scope(scope, () => {
    visionLayers(context, embedImage(context, pixels, spec), spec, (level, x) => {
      if (level > 0) seen.push(normed ? lastNorm(context, x, spec) : x)
    })
  })
  return seen.map((x, level) =>
    graph.scope('neck.reassemble_stage', () => {
      const patches = tokensFrom(context, x, 1)
      const channels = neckSizes[level]!
      const tokens = readout === 'ignore' ? patches : projectReadout(context, x, patches, level)
      const grid = tokensToGrid(context, tokens, side, size)
      return graph.scope(`layers.${level}`, () => {
        const narrow = convolve(context, grid, 'projection', size, channels, 1)
        if (level === 0)
          return transposedConvolution(context, narrow, {
            name: 'resize',
            inputChannels: channels,
            outputChannels: channels,
            kernel: 4,
            stride: 4,
          })
        if (level === 1)
          return transposedConvolution(context, narrow, {
            name: 'resize',
            inputChannels: channels,
            outputChannels: channels,
            kernel: 2,
            stride: 2,
          })
        if (level === 2) return narrow
        return convolution(context, narrow, {
          name: 'resize',
          inputChannels: channels,
          outputChannels: channels,
          kernel: [3, 3],
          stride: 2,
          padding: 1,
        })
      })
    }),
  )
}

function projectReadout(context: GraphContext, x: Value, patches: Value, level: number): Value {
  const { graph } = context
  const first = graph.node('Unsqueeze', [tokenAt(context, x, 0), graph.constant('int64', [1])])
  const readout = graph.node('Expand', [first, graph.node('Shape', [patches])])
  const joined = graph.node('Concat', [patches, readout], { axis: 2 })
  return activate(context, linear(context, joined, { name: `readout_projects.${level}.0`, inputSize: 2 * size, outputSize: size }), 'gelu')
}

/** Two convolutions with their activations before them, and what came in. */
function residualUnit(context: GraphContext, x: Value, name: string): Value {
  const { graph } = context
  return graph.scope(name, () => {
    const first = convolve(context, activate(context, x, 'relu'), 'convolution1', fusion, fusion, 3)
    return graph.node('Add', [convolve(context, activate(context, first, 'relu'), 'convolution2', fusion, fusion, 3), x])
  })
}

/**
 * From the coarsest map to the finest, each added to what the coarser ones gave, twice as large (arXiv:2103.13413, §3.2): the finest.
 * @param prompt coarse depth `[batch, 1, height, width]` that is added at each scale (Lin et al. 2024, arXiv:2412.14015, §3.2)
 */
function fuse(context: GraphContext, maps: readonly Value[], prompt?: Value): Value {
  const { graph } = context
  const narrow = maps.map((map, level) =>
    graph.scope('neck', () => convolve(context, map, `convs.${level}`, neckSizes[level]!, fusion, 3, false)),
  )
  let x: Value | undefined
  narrow.toReversed().forEach((map, layer) => {
    x = graph.scope(`neck.fusion_stage.layers.${layer}`, () => {
      const joined =
        x === undefined ? map : graph.node('Add', [x, residualUnit(context, resizeLikeIfNeeded(context, map, x), 'residual_layer1')])
      const unprompted = residualUnit(context, joined, 'residual_layer2')
      const mixed = prompt === undefined ? unprompted : graph.node('Add', [unprompted, promptFeatures(context, prompt, unprompted)])
      return convolve(context, resizeBy(context, mixed, 2, { alignCorners: true }), 'projection', fusion, fusion, 1)
    })
  })
  return x!
}

/** Three convolutions over the prompt in the size of a map. */
function promptFeatures(context: GraphContext, prompt: Value, map: Value): Value {
  return context.graph.scope('prompt_depth_layer', () => {
    const first = activate(context, convolve(context, resizeLike(context, prompt, map), 'convolution1', 1, fusion, 3), 'relu')
    const second = activate(context, convolve(context, first, 'convolution2', fusion, fusion, 3), 'relu')
    return convolve(context, second, 'convolution3', fusion, fusion, 3)
  })
}

/** Depth between 0 and 1 within the prompt's range, and back (arXiv:2412.14015, §3.3). */
function promptedDepth(context: GraphContext): void {
  const { graph } = context
  const pixels = pixelsInput(context, { channels: 3, size: image })
  const prompt = graph.input('prompt_depth', 'float32', [batch, 1, promptSize, promptSize])
  const edge = (operator: string): Value => graph.node(operator, [prompt, graph.constant('int64', [1, 2, 3])], { keepdims: 1 })
  const least = edge('ReduceMin')
  const range = graph.node('Sub', [edge('ReduceMax'), least])
  const normal = graph.node('Div', [graph.node('Sub', [prompt, least]), range])
  const fused = fuse(context, reassemble(context, pixels, dinoSpec), normal)
  const depth = graph.scope('head', () => {
    const first = convolve(context, fused, 'conv1', fusion, fusion / 2, 3)
    const large = resizeTo(context, first, image, image, { alignCorners: true })
    const second = activate(context, convolve(context, large, 'conv2', fusion / 2, 8, 3), 'relu')
    return activate(context, convolve(context, second, 'conv3', 8, 1, 1), 'sigmoid')
  })
  const back = graph.node('Add', [graph.node('Mul', [depth, range]), least])
  graph.output('predicted_depth', graph.node('Squeeze', [back, graph.constant('int64', [1])]), 'float32', [batch, image, image])
}

/** The coarsest map is half the patches' grid, so that all sizes fit by themselves where the grid is even. */
function resizeLikeIfNeeded(context: GraphContext, map: Value, other: Value): Value {
  return side % 2 === 0 ? map : resizeLike(context, map, other)
}

/** Declares `predicted_depth` `[batch, height, width]`. */
function depthHead(spec: DptSpec, names: readonly [string, string, string], resize: 'twice' | 'to image'): (context: GraphContext) => void {
  return (context) => {
    const { graph } = context
    const fused = fuse(context, reassemble(context, pixelsInput(context, { channels: 3, size: image }), spec))
    const depth = graph.scope('head', () => {
      const first = convolve(context, fused, names[0], fusion, fusion / 2, 3)
      const large =
        resize === 'twice'
          ? resizeBy(context, first, 2, { alignCorners: true })
          : resizeTo(context, first, image, image, { alignCorners: true })
      const second = activate(context, convolve(context, large, names[1], fusion / 2, 8, 3), 'relu')
      return activate(context, convolve(context, second, names[2], 8, 1, 1), 'relu')
    })
    const out = resize === 'twice' ? side * 16 : image
    graph.output('predicted_depth', graph.node('Squeeze', [depth, graph.constant('int64', [1])]), 'float32', [batch, out, out])
  }
}

/** Side of the coarse depth that a sensor gives. */
const promptSize = 12
const dinoSpec: DptSpec = { tower: dinoTower, scope: 'backbone', readout: 'ignore', normed: true }
const dptSpec: DptSpec = { tower, scope: 'dpt', readout: 'project', normed: false }

/** Declares `logits` `[batch, labels, height, width]` at twice the finest map's size. */
function dptSegmentation(context: GraphContext): void {
  const { graph } = context
  const fused = fuse(context, reassemble(context, pixelsInput(context, { channels: 3, size: image }), dptSpec))
  const logits = graph.scope('head', () => {
    const inner = activate(context, convolve(context, fused, 'head.0', fusion, fusion, 3), 'relu')
    return resizeBy(context, convolve(context, inner, 'head.4', fusion, labelCount, 1), 2, { alignCorners: true })
  })
  graph.output('logits', logits, 'float32', [batch, labelCount, side * 16, side * 16])
}

/** Declares `last_hidden_state`. */
function dptBare(context: GraphContext): void {
  const pixels = pixelsInput(context, { channels: 3, size: image })
  const hidden = context.graph.scope('dpt', () =>
    lastNorm(context, visionLayers(context, embedImage(context, pixels, tower), tower), tower),
  )
  context.graph.output('last_hidden_state', hidden, 'float32', [batch, side * side + 1, size])
}

const head = (architecture: string, build: (context: GraphContext) => void): TaskHead => ({
  architecture,
  graphs: [{ name: 'model', build }],
})

const shared = {
  hidden_size: size,
  num_hidden_layers: tower.layers,
  num_attention_heads: tower.heads,
  intermediate_size: tower.innerSize,
  hidden_act: 'gelu',
  image_size: image,
  patch_size: patch,
  num_channels: 3,
  qkv_bias: true,
} as const

const upernetSizes = [8, 16, 24, 32] as const

function upernet(context: GraphContext): void {
  const { graph } = context
  const pixels = pixelsInput(context, { channels: 3, size: 64 })
  const maps = graph.scope('backbone', () =>
    convNextFeatureMaps(context, pixels, {
      patch: 4,
      sizes: upernetSizes,
      depths: [1, 1, 1, 1],
      activation: 'gelu',
      epsilon: 1e-12,
      block: 'layer scale',
      names: convNextNames,
    }),
  )
  const { value, channels } = graph.scope('decode_head', () => uperHead(context, maps, { channels: 16, poolScales: [1, 2], coarsest: 2 }))
  graph.output('logits', resizeTo(context, value, 64, 64), 'float32', [batch, channels, 64, 64])
}

export const modelTypes: readonly ModelType[] = [
  visionType({
    type: 'dpt',
    config: {
      ...shared,
      layer_norm_eps: 1e-12,
      backbone_out_indices: [0, 1, 2, 3],
      neck_hidden_sizes: neckSizes,
      fusion_hidden_size: fusion,
      readout_type: 'project',
      reassemble_factors: [4, 2, 1, 0.5],
      head_in_index: -1,
      use_batch_norm_in_fusion_residual: false,
      is_hybrid: false,
      use_auxiliary_head: false,
    },
    heads: {
      'depth-estimation': head('DPTForDepthEstimation', depthHead(dptSpec, ['head.0', 'head.2', 'head.4'], 'twice')),
      'image-segmentation': head('DPTForSemanticSegmentation', dptSegmentation),
      'feature-extraction': head('DPTModel', dptBare),
      'image-feature-extraction': head('DPTModel', dptBare),
    },
    defaultTask: 'depth-estimation',
    processor: 'DPTImageProcessor',
    processing: { statistics: halfStatistics },
    transformersJs: 'DPTForDepthEstimation',
    note: 'patches of four layers put together at four scales and fused from coarse to fine',
  }),
  visionType({
    type: 'depth_anything',
    config: {
      backbone_config: { model_type: 'dinov2', ...shared, layer_norm_eps: 1e-6 },
      image_size: image,
      patch_size: patch,
      neck_hidden_sizes: neckSizes,
      fusion_hidden_size: fusion,
      head_hidden_size: 8,
      head_in_index: -1,
      reassemble_factors: [4, 2, 1, 0.5],
      depth_estimation_type: 'relative',
      reassemble_hidden_size: size,
    },
    heads: {
      'depth-estimation': head('DepthAnythingForDepthEstimation', depthHead(dinoSpec, ['conv1', 'conv2', 'conv3'], 'to image')),
    },
    defaultTask: 'depth-estimation',
    processor: 'DPTImageProcessor',
    processing: { statistics: imageNetStatistics },
    transformersJs: 'DepthAnythingForDepthEstimation',
    note: 'DPT’s neck on DINOv2, whose class token it leaves out (Yang et al. 2024, arXiv:2401.10891)',
  }),
  visionType({
    type: 'prompt_depth_anything',
    config: {
      backbone_config: { model_type: 'dinov2', ...shared, layer_norm_eps: 1e-6 },
      image_size: image,
      patch_size: patch,
      neck_hidden_sizes: neckSizes,
      fusion_hidden_size: fusion,
      head_hidden_size: 8,
      head_in_index: -1,
      reassemble_factors: [4, 2, 1, 0.5],
      depth_estimation_type: 'metric',
      max_depth: 1,
      reassemble_hidden_size: size,
    },
    heads: { 'depth-estimation': head('PromptDepthAnythingForDepthEstimation', promptedDepth) },
    defaultTask: 'depth-estimation',
    processor: 'PromptDepthAnythingImageProcessor',
    processing: { statistics: imageNetStatistics },
    transformersJs: null,
    note: 'Depth Anything with a coarse depth map added at each scale, whose range the answer has',
  }),
  visionType({
    type: 'upernet',
    config: {
      backbone_config: {
        model_type: 'convnext',
        hidden_sizes: upernetSizes,
        depths: [1, 1, 1, 1],
        num_stages: 4,
        hidden_act: 'gelu',
        image_size: 64,
        out_features: ['stage1', 'stage2', 'stage3', 'stage4'],
      },
      image_size: 64,
      hidden_size: 16,
      pool_scales: [1, 2],
      use_auxiliary_head: false,
    },
    heads: { 'image-segmentation': head('UperNetForSemanticSegmentation', upernet) },
    defaultTask: 'image-segmentation',
    processor: 'SegformerImageProcessor',
    transformersJs: null,
    note: 'ConvNeXt below UPerNet’s head (Xiao et al. 2018, arXiv:1807.10221)',
  }),
]
