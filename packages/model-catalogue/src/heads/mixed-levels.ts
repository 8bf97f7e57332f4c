import type { Value } from '@vitest-hardware/onnx-graph'
import { batchNorm } from '../blocks/batch-norm.ts'
import { convolution } from '../blocks/convolution.ts'
import { linear } from '../blocks/linear.ts'
import { flattenGrid } from '../blocks/patch.ts'
import { resizeTo } from '../blocks/resize.ts'
import type { GraphContext } from '../graph-context.ts'
import { type FeatureMap, labelCount, tokensToGrid } from './vision.ts'

export interface MixedLevelsOptions {
  /** Size of the image that the maps are of. */
  readonly image: number
  readonly size: number
}

/** SegFormer's decoder: every level through a linear layer, resized to the finest, the coarsest first, fused (Xie et al. 2021, arXiv:2105.15203, eq. 4). */
export function mixedLevels(context: GraphContext, maps: readonly FeatureMap[], { image, size }: MixedLevelsOptions): FeatureMap {
  const { graph } = context
  const { stride } = maps[0]!
  const finest = image / stride
  const levels = maps.map(({ value, channels, stride: cell }, level): Value => {
    const projected = linear(context, flattenGrid(context, value, channels), {
      name: `linear_c.${level}.proj`,
      inputSize: channels,
      outputSize: size,
    })
    return resizeTo(context, tokensToGrid(context, projected, image / cell, size), finest, finest)
  })
  const joined = graph.node('Concat', levels.toReversed(), { axis: 1 })
  const fused = convolution(context, joined, {
    name: 'linear_fuse',
    inputChannels: maps.length * size,
    outputChannels: size,
    kernel: [1, 1],
    bias: false,
  })
  const active = graph.node('Relu', [batchNorm(context, fused, { name: 'batch_norm', size, epsilon: 1e-5 })])
  const value = convolution(context, active, { name: 'classifier', inputChannels: size, outputChannels: labelCount, kernel: [1, 1] })
  return { value, channels: labelCount, stride }
}
