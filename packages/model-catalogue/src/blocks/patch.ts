import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'
import { length } from './attention-mask.ts'
import { convolution } from './convolution.ts'

export interface PatchOptions {
  /** Upstream's module name of the convolution. */
  readonly name: string
  readonly channels: number
  readonly size: number
  readonly patch: number
  /** @default true */
  readonly bias?: boolean
}

/** Cuts an image into patches and projects each (Dosovitskiy et al. 2021, arXiv:2010.11929, §3.1): `[batch, channels, height, width] → [batch, patches, size]`, row by row. */
export function patchEmbedding(context: GraphContext, pixels: Value, { name, channels, size, patch, bias = true }: PatchOptions): Value {
  const grid = convolution(context, pixels, {
    name,
    inputChannels: channels,
    outputChannels: size,
    kernel: [patch, patch],
    stride: patch,
    bias,
  })
  return flattenGrid(context, grid, size)
}

/** `[batch, size, height, width] → [batch, height·width, size]`. */
export function flattenGrid(context: GraphContext, grid: Value, size: number): Value {
  const { graph } = context
  return graph.node('Transpose', [graph.node('Reshape', [grid, graph.constant('int64', [0, size, -1])])], { perm: [0, 2, 1] })
}

/** Puts a learned token before the others: `token` `[1, 1, size]`, `x` `[batch, length, size] → [batch, length + 1, size]`. */
export function prependToken(context: GraphContext, x: Value, token: Value, size: number): Value {
  return context.graph.node('Concat', [repeatForBatch(context, token, x, [1, size]), x], { axis: 1 })
}

/** Repeats `token` `[1, …dims]` along a new batch axis as long as that of `x`. */
export function repeatForBatch(context: GraphContext, token: Value, x: Value, dims: readonly number[]): Value {
  const { graph } = context
  const count = graph.node('Unsqueeze', [length(context, x, 0), graph.constant('int64', [0])])
  return graph.node('Expand', [token, graph.node('Concat', [count, graph.constant('int64', dims)], { axis: 0 })])
}

/** One token of each item: `[batch, length, size] → [batch, size]`. */
export function tokenAt(context: GraphContext, x: Value, index: number): Value {
  const { graph } = context
  return graph.node('Gather', [x, graph.constant('int64', index)], { axis: 1 })
}

export interface UnpatchOptions {
  /** Patches along one side of the square image. */
  readonly side: number
  readonly patch: number
  readonly channels: number
}

/** Puts patches, each `patch × patch × channels`, together again: `[batch, side², patch²·channels] → [batch, channels, side·patch, side·patch]`. */
export function unpatch(context: GraphContext, x: Value, { side, patch, channels }: UnpatchOptions): Value {
  const { graph } = context
  const cells = graph.node('Reshape', [x, graph.constant('int64', [-1, side, side, patch, patch, channels])])
  const ordered = graph.node('Transpose', [cells], { perm: [0, 5, 1, 3, 2, 4] })
  return graph.node('Reshape', [ordered, graph.constant('int64', [-1, channels, side * patch, side * patch])])
}
