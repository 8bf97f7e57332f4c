import type { Value } from '@vitest-hardware/onnx-graph'
import { convolution } from '../blocks/convolution.ts'
import { convolutionUnit } from '../blocks/convolution-unit.ts'
import { resizeLike } from '../blocks/resize.ts'
import type { GraphContext } from '../graph-context.ts'
import { type FeatureMap, labelCount } from './vision.ts'

export interface UperHeadOptions {
  /** Channels of every level within the head. */
  readonly channels: number
  /** Sides of the grids that the coarsest level is averaged to; each divides its side, or is 1. */
  readonly poolScales: readonly number[]
  /** Side of the coarsest level in cells. */
  readonly coarsest: number
}

const names = { convolution: 'conv', norm: 'bn' }

/**
 * UPerNet's head (Xiao et al. 2018, arXiv:1807.10221, §3.1): pyramid pooling on the coarsest map, a feature pyramid down to the finest, all levels fused there.
 * @returns logits at the finest level, in the current scope
 */
export function uperHead(
  context: GraphContext,
  maps: readonly FeatureMap[],
  { channels, poolScales, coarsest }: UperHeadOptions,
): FeatureMap {
  const { graph } = context
  const unit = (x: Value, name: string, inputChannels: number, kernel: number): Value =>
    convolutionUnit(context, x, { name, inputChannels, outputChannels: channels, kernel, names })
  const last = maps.at(-1)!
  const pooled = poolScales.map((scale, index) => {
    const side = coarsest / scale
    const average =
      scale === 1
        ? graph.node('GlobalAveragePool', [last.value])
        : graph.node('AveragePool', [last.value], { kernel_shape: [side, side], strides: [side, side] })
    return resizeLike(context, unit(average, `psp_modules.${index}.1`, last.channels, 1), last.value)
  })
  const joined = graph.node('Concat', [last.value, ...pooled], { axis: 1 })
  const top = unit(joined, 'bottleneck', last.channels + poolScales.length * channels, 3)
  const laterals = [...maps.slice(0, -1).map((map, level) => unit(map.value, `lateral_convs.${level}`, map.channels, 1)), top]
  for (let level = laterals.length - 1; level > 0; level--) {
    const finer = laterals[level - 1]!
    laterals[level - 1] = graph.node('Add', [finer, resizeLike(context, laterals[level]!, finer)])
  }
  const levels = laterals.map((x, level) => (level === laterals.length - 1 ? x : unit(x, `fpn_convs.${level}`, channels, 3)))
  const finest = levels[0]!
  const alike = levels.map((x, level) => (level === 0 ? x : resizeLike(context, x, finest)))
  const fused = unit(graph.node('Concat', alike, { axis: 1 }), 'fpn_bottleneck', maps.length * channels, 3)
  const value = convolution(context, fused, { name: 'classifier', inputChannels: channels, outputChannels: labelCount, kernel: [1, 1] })
  return { value, channels: labelCount, stride: maps[0]!.stride }
}
