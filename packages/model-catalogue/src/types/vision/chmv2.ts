import type { Value } from '@vitest-hardware/onnx-graph'
import { centreRotation } from '../../architectures/rotary-vision.ts'
import { embedImage, lastNorm, prefixLength, visionLayers, type VisionTransformerSpec } from '../../architectures/vision-transformer.ts'
import { activate } from '../../blocks/activation.ts'
import { convolution } from '../../blocks/convolution.ts'
import { linear } from '../../blocks/linear.ts'
import { resizeBy } from '../../blocks/resize.ts'
import { transposedConvolution } from '../../blocks/transposed-convolution.ts'
import { exp, log } from '../../exact-math.ts'
import type { GraphContext } from '../../graph-context.ts'
import { pixelsInput } from '../../graphs/image-inputs.ts'
import { batch } from '../../graphs/text-inputs.ts'
import { tokensFrom, tokensToGrid } from '../../heads/vision.ts'
import type { ModelType } from '../../model-type.ts'
import { dinov3Spec } from './dino.ts'
import { visionType } from './vision-type.ts'

const config = {
  backbone_config: {
    model_type: 'dinov3_vit',
    image_size: 64,
    patch_size: 16,
    hidden_size: 32,
    intermediate_size: 64,
    num_attention_heads: 4,
    num_hidden_layers: 4,
    num_register_tokens: 4,
    key_bias: true,
    rope_theta: 100,
    out_indices: [1, 2, 3, 4],
    reshape_hidden_states: true,
    apply_layernorm: true,
    layer_norm_eps: 1e-6,
    return_class_token: true,
  },
  image_size: 64,
  patch_size: 16,
  initializer_range: 0.02,
  reassemble_factors: [4, 2, 1, 0.5],
  post_process_channels: [8, 8, 16, 16],
  fusion_hidden_size: 16,
  head_hidden_size: 8,
  number_output_channels: 16,
  readout_type: 'project',
  min_depth: 0.001,
  max_depth: 96,
  bins_strategy: 'chmv2_mixlog',
  norm_strategy: 'chmv2_mixlog',
} as const
const { backbone_config: backbone, fusion_hidden_size: fused, number_output_channels: bins } = config
const { hidden_size: size } = backbone
const side = backbone.image_size / backbone.patch_size

const spec: VisionTransformerSpec = {
  ...dinov3Spec,
  image: backbone.image_size,
  patch: backbone.patch_size,
  layers: backbone.num_hidden_layers,
  innerSize: backbone.intermediate_size,
  epsilon: backbone.layer_norm_eps,
  bias: { query: true, key: true, value: true, output: true },
  rotate: centreRotation({
    side,
    size: size / backbone.num_attention_heads,
    theta: backbone.rope_theta,
    prefix: 1 + backbone.num_register_tokens,
  }),
}

const square = (context: GraphContext, x: Value, name: string, from: number, to: number, bias = true): Value =>
  convolution(context, x, { name, inputChannels: from, outputChannels: to, kernel: [3, 3], padding: 1, bias })

/** A level's patches beside the class token, as an image of its own size (Ranftl et al. 2021, arXiv:2103.13413, §3). */
function reassemble(context: GraphContext, tokens: Value, level: number): Value {
  const { graph } = context
  const to = config.post_process_channels[level]!
  const factor = config.reassemble_factors[level]!
  const first = tokensFrom(context, tokens, 0, 1)
  const patches = tokensFrom(context, tokens, prefixLength(spec))
  const both = graph.node('Concat', [patches, graph.node('Expand', [first, graph.node('Shape', [patches])])], { axis: -1 })
  const read = activate(
    context,
    linear(context, both, { name: `readout_projects.${level}.0`, inputSize: 2 * size, outputSize: size }),
    'gelu',
  )
  return graph.scope(`layers.${level}`, () => {
    const grid = tokensToGrid(context, read, side, size)
    const projected = convolution(context, grid, { name: 'projection', inputChannels: size, outputChannels: to, kernel: [1, 1] })
    const sizes = { name: 'resize', inputChannels: to, outputChannels: to }
    if (factor > 1) return transposedConvolution(context, projected, { ...sizes, kernel: factor, stride: factor })
    return factor === 1 ? projected : convolution(context, projected, { ...sizes, kernel: [3, 3], stride: 1 / factor, padding: 1 })
  })
}

/** Two convolutions, each behind an activation, and the input again. */
function residual(context: GraphContext, x: Value, name: string): Value {
  const { graph } = context
  return graph.scope(name, () => {
    const first = square(context, graph.node('Relu', [x]), 'convolution1', fused, fused)
    return graph.node('Add', [square(context, graph.node('Relu', [first]), 'convolution2', fused, fused), x])
  })
}

/** Levels from the coarsest to the finest, each added to the ones before, at twice the size. */
function fuse(context: GraphContext, levels: readonly Value[]): Value {
  const { graph } = context
  return levels.toReversed().reduce((x: Value, level, index) => {
    return graph.scope(`fusion_layers.${index}`, () => {
      const joined = index === 0 ? level : graph.node('Add', [x, residual(context, level, 'residual_layer1')])
      const doubled = resizeBy(context, residual(context, joined, 'residual_layer2'), 2, { alignCorners: true })
      return convolution(context, doubled, { name: 'projection', inputChannels: fused, outputChannels: fused, kernel: [1, 1] })
    })
  }, '')
}

/** Depths of the bins, from logarithmic for the near ones to even for the far ones, an eighth of the real ones. */
function depths(): Float32Array {
  const [near, far] = [config.min_depth, config.max_depth / 8]
  return Float32Array.from({ length: bins }, (_, bin) => {
    const share = bin / (bins - 1)
    const logarithmic = exp(log(near) + share * (log(far) - log(near)))
    return (1 - share) * logarithmic + share * (near + share * (far - near))
  })
}

/** The bins' mean, weighted by what is positive of their scores. */
function depthOf(context: GraphContext, scores: Value): Value {
  const { graph } = context
  const number = (value: number): Value => graph.constant('float32', value)
  const axis = graph.constant('int64', [1])
  const positive = graph.node('Relu', [scores])
  const least = graph.node('Neg', [graph.node('ReduceMin', [positive, axis], { keepdims: 1 })])
  const shift = graph.node('Add', [graph.node('Clip', [least, number(0), number(1e-4)]), number(1e-8)])
  const weights = graph.node('Add', [positive, shift])
  const total = graph.node('ReduceSum', [weights, axis], { keepdims: 1 })
  const known = graph.node('Where', [graph.node('Or', [graph.node('IsNaN', [total]), graph.node('IsInf', [total])]), number(1), total])
  const shares = graph.node('Div', [weights, graph.node('Max', [known, number(1e-12)])])
  const centres = context.fixed('bins', { type: 'float32', dims: [1, bins, 1, 1], data: depths() })
  const mean = graph.node('ReduceSum', [graph.node('Mul', [shares, centres]), axis], { keepdims: 1 })
  const depth = graph.node('Mul', [graph.node('Max', [mean, number(1e-12)]), number(8)])
  return graph.node('Squeeze', [depth, axis])
}

function build(context: GraphContext): void {
  const { graph } = context
  const pixels = pixelsInput(context, { channels: 3, size: config.image_size })
  const seen: Value[] = []
  graph.scope('backbone', () =>
    visionLayers(context, embedImage(context, pixels, spec), spec, (level, x) => {
      if (level > 0) seen.push(x)
    }),
  )
  const normed = seen.map((x) => graph.scope('backbone', () => lastNorm(context, x, spec)))
  const scores = graph.scope('head', () => {
    const levels = normed.map((x, level) => graph.scope('reassemble_stage', () => reassemble(context, x, level)))
    const alike = levels.map((x, level) => square(context, x, `convs.${level}`, config.post_process_channels[level]!, fused, false))
    const finest = fuse(context, alike)
    const half = resizeBy(context, square(context, finest, 'conv_depth.head.0', fused, fused / 2), 2, { alignCorners: true })
    const inner = graph.node('Relu', [square(context, half, 'conv_depth.head.2', fused / 2, config.head_hidden_size)])
    return convolution(context, inner, {
      name: 'conv_depth.head.4',
      inputChannels: config.head_hidden_size,
      outputChannels: bins,
      kernel: [1, 1],
    })
  })
  graph.output('predicted_depth', depthOf(context, scores), 'float32', [batch, config.image_size, config.image_size])
}

export const modelTypes: readonly ModelType[] = [
  visionType({
    type: 'chmv2',
    config,
    heads: { 'depth-estimation': { architecture: 'CHMv2ForDepthEstimation', graphs: [{ name: 'model', build }] } },
    defaultTask: 'depth-estimation',
    processor: 'CHMv2ImageProcessor',
    processing: {
      statistics: { image_mean: [0.42, 0.411, 0.296], image_std: [0.213, 0.156, 0.143] },
      extra: { do_resize: false, do_pad: true, size_divisor: 16, ensure_multiple_of: 16, keep_aspect_ratio: true },
    },
    transformersJs: 'CHMv2ForDepthEstimation',
    note: 'DINOv3 under a dense prediction head whose scores weigh depths of bins',
  }),
]
