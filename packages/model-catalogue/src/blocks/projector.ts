import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'
import { activate, type Activation } from './activation.ts'
import { linear } from './linear.ts'

export interface ProjectorOptions {
  /** Upstream's module names of the two layers. */
  readonly names: readonly [string, string]
  readonly inputSize: number
  /** @default outputSize */
  readonly innerSize?: number
  readonly outputSize: number
  readonly activation: Activation
  /** @default true */
  readonly bias?: boolean
}

/** Two layers with an activation between, from an image's features to the decoder's width (Liu et al. 2023, arXiv:2310.03744, §3.2): `[…, inputSize] → […, outputSize]`. */
export function perceptronProjector(
  context: GraphContext,
  x: Value,
  { names, inputSize, outputSize, innerSize = outputSize, activation, bias = true }: ProjectorOptions,
): Value {
  const inner = activate(context, linear(context, x, { name: names[0], inputSize, outputSize: innerSize, bias }), activation)
  return linear(context, inner, { name: names[1], inputSize: innerSize, outputSize, bias })
}

export interface ShuffleOptions {
  /** Patches along one side. */
  readonly side: number
  /** Patches along one side of what becomes one token. */
  readonly factor: number
  readonly size: number
}

/**
 * Pixel shuffle backwards, as InternVL and Idefics3 shorten an image (arXiv:2404.16821, §3.1; arXiv:2408.12637, §4.1): each square of `factor²` neighbours
 * becomes one token, their channels row by row: `[images, side², size] → [images, (side / factor)², factor²·size]`.
 */
export function pixelShuffle(context: GraphContext, x: Value, { side, factor, size }: ShuffleOptions): Value {
  const { graph } = context
  const cells = side / factor
  const squares = graph.node('Reshape', [x, graph.constant('int64', [-1, cells, factor, cells, factor, size])])
  const grouped = graph.node('Transpose', [squares], { perm: [0, 1, 3, 2, 4, 5] })
  return graph.node('Reshape', [grouped, graph.constant('int64', [-1, cells * cells, factor * factor * size])])
}

/** Neighbours side by side with their channels outermost, as PyTorch's `unfold` orders them (Mistral Small 3.1's patch merger): shapes as {@link pixelShuffle}. */
export function unfoldSquares(context: GraphContext, x: Value, { side, factor, size }: ShuffleOptions): Value {
  const { graph } = context
  const cells = side / factor
  const squares = graph.node('Reshape', [x, graph.constant('int64', [-1, cells, factor, cells, factor, size])])
  const grouped = graph.node('Transpose', [squares], { perm: [0, 1, 3, 5, 2, 4] })
  return graph.node('Reshape', [grouped, graph.constant('int64', [-1, cells * cells, factor * factor * size])])
}

/** Tokens of a square image as channels first: `[images, side², size] → [images, size, side, side]`. */
export function tokensToGrid(context: GraphContext, x: Value, { side, size }: { readonly side: number; readonly size: number }): Value {
  const { graph } = context
  const channels = graph.node('Transpose', [x], { perm: [0, 2, 1] })
  return graph.node('Reshape', [channels, graph.constant('int64', [-1, size, side, side])])
}

/** Means of squares of `factor²` neighbours: `[images, side², size] → [images, (side / factor)², size]`. */
export function averageSquares(context: GraphContext, x: Value, { side, factor, size }: ShuffleOptions): Value {
  const { graph } = context
  const pooled = graph.node('AveragePool', [tokensToGrid(context, x, { side, size })], {
    kernel_shape: [factor, factor],
    strides: [factor, factor],
  })
  return graph.node('Transpose', [graph.node('Reshape', [pooled, graph.constant('int64', [0, size, -1])])], { perm: [0, 2, 1] })
}
