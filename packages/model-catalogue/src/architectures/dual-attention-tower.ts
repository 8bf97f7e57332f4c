import type { Value } from '@vitest-hardware/onnx-graph'
import { dotProductAttention, splitHeads } from '../blocks/attention.ts'
import { convolution } from '../blocks/convolution.ts'
import { feedForward } from '../blocks/feed-forward.ts'
import { linear } from '../blocks/linear.ts'
import { layerNorm } from '../blocks/norm.ts'
import { flattenGrid } from '../blocks/patch.ts'
import { tokensToGrid } from '../blocks/projector.ts'
import type { GraphContext } from '../graph-context.ts'

/** One stage: a strided convolution, then blocks. */
export interface DualAttentionStage {
  readonly size: number
  readonly kernel: number
  readonly stride: number
  readonly padding: number
  /** Whether the norm stands before the convolution. */
  readonly normFirst: boolean
  readonly depth: number
  readonly heads: number
  /** Groups of channels that attend to each other. */
  readonly groups: number
}

export interface DualAttentionSpec {
  readonly stages: readonly DualAttentionStage[]
  /** Pixels along one side. */
  readonly image: number
  /** Cells along one side of a window. */
  readonly window: number
  /** Inner size of the feed-forward networks by the stage's. */
  readonly ratio: number
}

const epsilon = 1e-5

/** DaViT (Ding et al. 2022, arXiv:2204.03645): attention within windows, then attention between channels: `[batch, 3, image, image] → [batch, size, side, side]`. */
export function dualAttentionTower(
  context: GraphContext,
  pixels: Value,
  spec: DualAttentionSpec,
): { readonly grid: Value; readonly side: number } {
  const { graph } = context
  let [x, channels, side] = [pixels, 3, spec.image]
  spec.stages.forEach((stage, index) => {
    x = graph.scope(`convs.${index}`, () => {
      const started = stage.normFirst ? channelNorm(context, x, channels) : x
      const { kernel, stride, padding, size } = stage
      const made = convolution(context, started, {
        name: 'conv',
        inputChannels: channels,
        outputChannels: size,
        kernel: [kernel, kernel],
        stride,
        padding,
      })
      return stage.normFirst ? made : channelNorm(context, made, size)
    })
    channels = stage.size
    side = Math.floor((side + 2 * stage.padding - stage.kernel) / stage.stride) + 1
    for (let block = 0; block < stage.depth; block++) {
      const place = { side, size: stage.size }
      x = graph.scope(`blocks.${index}.${block}.spatial_block`, () =>
        half(context, x, place, spec.ratio, (y) =>
          graph.scope('window_attn', () => windowAttention(context, y, place, stage.heads, spec.window)),
        ),
      )
      x = graph.scope(`blocks.${index}.${block}.channel_block`, () =>
        half(context, x, place, spec.ratio, (y) => graph.scope('channel_attn', () => channelAttention(context, y, place, stage.groups))),
      )
    }
  })
  return { grid: x, side }
}

interface Place {
  readonly side: number
  readonly size: number
}

function channelNorm(context: GraphContext, x: Value, size: number): Value {
  const { graph } = context
  const last = graph.node('Transpose', [x], { perm: [0, 2, 3, 1] })
  return graph.node('Transpose', [layerNorm(context, last, { name: 'norm', size, epsilon })], { perm: [0, 3, 1, 2] })
}

/** Attention and a feed-forward network, each behind a depthwise convolution that is added. */
function half(context: GraphContext, x: Value, place: Place, ratio: number, attend: (tokens: Value) => Value): Value {
  const { graph } = context
  const { size } = place
  const local = (y: Value, name: string): Value => {
    const convolved = convolution(context, y, { name, inputChannels: size, outputChannels: size, kernel: [3, 3], padding: 1, groups: size })
    return flattenGrid(context, graph.node('Add', [convolved, y]), size)
  }
  const first = local(x, 'conv1')
  const attended = graph.node('Add', [first, attend(layerNorm(context, first, { name: 'norm1', size, epsilon }))])
  const second = local(tokensToGrid(context, attended, place), 'conv2')
  const options = { names: { up: 'fc1', down: 'fc2' }, size, innerSize: ratio * size, activation: 'gelu' } as const
  const fed = graph.scope('ffn', () => feedForward(context, layerNorm(context, second, { name: 'norm2', size, epsilon }), options))
  return tokensToGrid(context, graph.node('Add', [second, fed]), place)
}

function projections(context: GraphContext, x: Value, size: number): [Value, Value, Value] {
  const all = linear(context, x, { name: 'qkv', inputSize: size, outputSize: 3 * size })
  return context.graph.nodes('Split', [all], { axis: -1, num_outputs: 3 }, { outputs: 3 }) as [Value, Value, Value]
}

/** Attention within windows, padded to whole ones: `[batch, side², size]` keeps its shape. */
function windowAttention(context: GraphContext, x: Value, { side, size }: Place, heads: number, window: number): Value {
  const { graph } = context
  const count = Math.ceil(side / window)
  const missing = count * window - side
  const shape = (y: Value, ...dims: number[]): Value => graph.node('Reshape', [y, graph.constant('int64', dims)])
  const grid = shape(x, -1, side, side, size)
  const padded = missing === 0 ? grid : graph.node('Pad', [grid, graph.constant('int64', [0, 0, 0, 0, 0, missing, missing, 0])])
  const split = graph.node('Transpose', [shape(padded, -1, count, window, count, window, size)], { perm: [0, 1, 3, 2, 4, 5] })
  const [query, key, value] = projections(context, shape(split, -1, window * window, size), size).map((part) =>
    splitHeads(context, part, heads, size / heads),
  ) as [Value, Value, Value]
  const merged = dotProductAttention(context, { query, key, value, scale: 1 / Math.sqrt(size / heads), size })
  const seen = linear(context, merged, { name: 'proj', inputSize: size, outputSize: size })
  const joined = graph.node('Transpose', [shape(seen, -1, count, count, window, window, size)], { perm: [0, 1, 3, 2, 4, 5] })
  const whole = shape(joined, -1, count * window, count * window, size)
  const cropped =
    missing === 0
      ? whole
      : graph.node('Slice', [
          whole,
          graph.constant('int64', [0, 0]),
          graph.constant('int64', [side, side]),
          graph.constant('int64', [1, 2]),
        ])
  return shape(cropped, -1, side * side, size)
}

/** Attention between the channels of a group, each a vector over all places: `[batch, side², size]` keeps its shape. */
function channelAttention(context: GraphContext, x: Value, { side, size }: Place, groups: number): Value {
  const { graph } = context
  const perGroup = (part: Value): Value =>
    graph.node('Transpose', [graph.node('Reshape', [part, graph.constant('int64', [0, 0, groups, size / groups])])], { perm: [0, 2, 3, 1] })
  const [query, key, value] = projections(context, x, size).map(perGroup) as [Value, Value, Value]
  const product = graph.node('MatMul', [query, graph.node('Transpose', [key], { perm: [0, 1, 3, 2] })])
  const shares = graph.node('Softmax', [graph.node('Mul', [product, graph.constant('float32', 1 / side)])], { axis: -1 })
  const mixed = graph.node('Transpose', [graph.node('MatMul', [shares, value])], { perm: [0, 3, 1, 2] })
  const tokens = graph.node('Reshape', [mixed, graph.constant('int64', [0, 0, size])])
  return linear(context, tokens, { name: 'proj', inputSize: size, outputSize: size })
}
