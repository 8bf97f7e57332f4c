import type { Value } from '@vitest-hardware/onnx-graph'
import { activate } from '../../blocks/activation.ts'
import { slice } from '../../blocks/arithmetic.ts'
import { convolution } from '../../blocks/convolution.ts'
import type { GraphContext } from '../../graph-context.ts'
import { pixelsInput } from '../../graphs/image-inputs.ts'
import { batch } from '../../graphs/text-inputs.ts'
import type { ModelType } from '../../model-type.ts'
import { visionType } from './vision-type.ts'

const [image, cell, most, radius, border, threshold, decoderSize, descriptorSize] = [64, 8, 6, 2, 4, 0.021, 16, 16]
const encoderSizes = [8, 8, 12, 16] as const
const side = image / cell

const filter = (context: GraphContext, x: Value, name: string, inputChannels: number, outputChannels: number, kernel: number): Value =>
  convolution(context, x, { name, inputChannels, outputChannels, kernel: [kernel, kernel], padding: (kernel - 1) / 2 })
const active = (context: GraphContext, x: Value, name: string, from: number, to: number): Value =>
  activate(context, filter(context, x, name, from, to, 3), 'relu')

/** Pairs of convolutions with a pool between them: `[batch, 1, image, image] → [batch, channels, side, side]`. */
function encode(context: GraphContext, grey: Value): Value {
  const { graph } = context
  return graph.scope('encoder', () => {
    let [x, from] = [grey, 1]
    encoderSizes.forEach((to, index) => {
      x = graph.scope(`conv_blocks.${index}`, () => active(context, active(context, x, 'conv_a', from, to), 'conv_b', to, to))
      from = to
      if (index < encoderSizes.length - 1) x = graph.node('MaxPool', [x], { kernel_shape: [2, 2], strides: [2, 2] })
    })
    return x
  })
}

const largest = (context: GraphContext, x: Value): Value =>
  context.graph.node('MaxPool', [x], {
    kernel_shape: [2 * radius + 1, 2 * radius + 1],
    strides: [1, 1],
    pads: [radius, radius, radius, radius],
  })

/** What is largest around itself stays; two more rounds find what a larger neighbour hid that is itself no point (upstream's `simple_nms`). */
function withoutNeighbours(context: GraphContext, scores: Value): Value {
  const { graph } = context
  const zero = graph.constant('float32', 0)
  const number = (x: Value): Value => graph.node('Cast', [x], { to: 1 })
  let isPoint = graph.node('Equal', [scores, largest(context, scores)])
  for (let round = 0; round < 2; round++) {
    const isHidden = graph.node('Greater', [largest(context, number(isPoint)), zero])
    const rest = graph.node('Where', [isHidden, zero, scores])
    const isNew = graph.node('And', [graph.node('Equal', [rest, largest(context, rest)]), graph.node('Not', [isHidden])])
    isPoint = graph.node('Or', [isPoint, isNew])
  }
  return graph.node('Where', [isPoint, scores, zero])
}

/** Scores of all pixels `[batch, 1, image, image]`: a softmax over each cell's pixels and "none of them" (DeTone et al. 2018, arXiv:1712.07629, §3.2). */
function pixelScores(context: GraphContext, features: Value): Value {
  const { graph } = context
  return graph.scope('keypoint_decoder', () => {
    const inner = active(context, features, 'conv_score_a', encoderSizes.at(-1)!, decoderSize)
    const logits = filter(context, inner, 'conv_score_b', decoderSize, cell * cell + 1, 1)
    const shares = slice(context, graph.node('Softmax', [logits], { axis: 1 }), 1, 0, cell * cell)
    return withoutNeighbours(context, graph.node('DepthToSpace', [shares], { blocksize: cell, mode: 'DCR' }))
  })
}

/** 1 for pixels that are not too near the border. */
function inside(context: GraphContext): Value {
  const data = Float32Array.from({ length: image * image }, (_, index) => {
    const [row, column] = [Math.floor(index / image), index % image]
    return [row, column].every((place) => place >= border && place < image - border) ? 1 : 0
  })
  return context.graph.weight('inside', { type: 'uint8', dims: [1, image * image], data: Uint8Array.from(data) })
}

/** Unit vectors at the keypoints, between cells bilinearly: `[batch, points, size]`. */
function descriptors(context: GraphContext, features: Value, keypoints: Value): Value {
  const { graph } = context
  return graph.scope('descriptor_decoder', () => {
    const unit = (x: Value, axis: number): Value => {
      const norm = graph.node('ReduceL2', [x, graph.constant('int64', [axis])], { keepdims: 1 })
      return graph.node('Div', [x, graph.node('Max', [norm, graph.constant('float32', 1e-12)])])
    }
    const inner = active(context, features, 'conv_descriptor_a', encoderSizes.at(-1)!, decoderSize)
    const map = unit(filter(context, inner, 'conv_descriptor_b', decoderSize, descriptorSize, 1), 1)
    // upstream's own scale of places: half a cell is left out at each end
    const shifted = graph.node('Sub', [keypoints, graph.constant('float32', cell / 2 - 0.5)])
    const shares = graph.node('Div', [shifted, graph.constant('float32', side * cell - cell / 2 - 0.5)])
    const grid = graph.node('Sub', [graph.node('Mul', [shares, graph.constant('float32', 2)]), graph.constant('float32', 1)])
    const placed = graph.node('Unsqueeze', [grid, graph.constant('int64', [1])])
    const sampled = graph.node('GridSample', [map, placed], { mode: 'linear', padding_mode: 'zeros', align_corners: 1 })
    const flat = graph.node('Squeeze', [sampled, graph.constant('int64', [2])])
    return graph.node('Transpose', [unit(flat, 1)], { perm: [0, 2, 1] })
  })
}

/** The best points of each image with their scores and descriptors; `mask` tells which of them are points at all. */
function detect(context: GraphContext): void {
  const { graph } = context
  // colours are alike in what the processor gives; upstream reads the first
  const grey = slice(context, pixelsInput(context, { channels: 3, size: image }), 1, 0, 1)
  const features = encode(context, grey)
  const flat = graph.node('Reshape', [pixelScores(context, features), graph.constant('int64', [0, image * image])])
  const kept = graph.node('Mul', [flat, graph.node('Cast', [inside(context)], { to: 1 })])
  const [scores, places] = graph.nodes(
    'TopK',
    [kept, graph.constant('int64', [most])],
    { axis: 1, largest: 1, sorted: 1 },
    { outputs: 2 },
  ) as [Value, Value]
  const isPoint = graph.node('Greater', [scores, graph.constant('float32', threshold)])
  const width = graph.constant('int64', image)
  const part = (x: Value): Value => graph.node('Unsqueeze', [graph.node('Cast', [x], { to: 1 }), graph.constant('int64', [2])])
  const keypoints = graph.node('Concat', [part(graph.node('Mod', [places, width])), part(graph.node('Div', [places, width]))], { axis: 2 })
  const only = (x: Value): Value =>
    graph.node('Mul', [x, graph.node('Cast', [graph.node('Unsqueeze', [isPoint, graph.constant('int64', [2])])], { to: 1 })])
  const relative = graph.node('Div', [keypoints, graph.constant('float32', image)])
  graph.output('keypoints', only(relative), 'float32', [batch, most, 2])
  graph.output('scores', graph.node('Where', [isPoint, scores, graph.constant('float32', 0)]), 'float32', [batch, most])
  graph.output('descriptors', only(descriptors(context, features, keypoints)), 'float32', [batch, most, descriptorSize])
  graph.output('mask', graph.node('Cast', [isPoint], { to: 6 }), 'int32', [batch, most])
}

export const modelTypes: readonly ModelType[] = [
  visionType({
    type: 'superpoint',
    config: {
      image_size: image,
      encoder_hidden_sizes: encoderSizes,
      decoder_hidden_size: decoderSize,
      keypoint_decoder_dim: cell * cell + 1,
      descriptor_decoder_dim: descriptorSize,
      keypoint_threshold: threshold,
      max_keypoints: most,
      nms_radius: radius,
      border_removal_distance: border,
    },
    heads: { 'keypoint-detection': { architecture: 'SuperPointForKeypointDetection', graphs: [{ name: 'model', build: detect }] } },
    defaultTask: 'keypoint-detection',
    processor: 'SuperPointImageProcessor',
    transformersJs: null,
    note: 'a score for each pixel of a cell, neighbours suppressed, descriptors between cells; the best `max_keypoints` of each image',
  }),
]
