import type { Value } from '@vitest-hardware/onnx-graph'
import { convolution } from '../blocks/convolution.ts'
import { convolutionUnit } from '../blocks/convolution-unit.ts'
import { resizeLike } from '../blocks/resize.ts'
import type { GraphContext } from '../graph-context.ts'
import { type FeatureMap, labelCount } from './vision.ts'

export interface AtrousPyramidOptions {
  readonly channels: number
  /** Dilations of the 3 × 3 convolutions. */
  readonly rates: readonly number[]
}

/** DeepLab V3's head on one map (Chen et al. 2017, arXiv:1706.05587, §3.3): a 1 × 1 convolution, dilated ones and the image's mean, side by side. */
export function atrousPyramid(
  context: GraphContext,
  { value: x, channels: inputChannels, stride }: FeatureMap,
  { channels, rates }: AtrousPyramidOptions,
): FeatureMap {
  const { graph } = context
  const unit = (input: Value, name: string, from: number, kernel: number, dilation = 1): Value =>
    convolutionUnit(context, input, { name, inputChannels: from, outputChannels: channels, kernel, dilation })
  const near = unit(x, 'aspp.convs.0', inputChannels, 1)
  const wide = rates.map((rate, index) => unit(x, `aspp.convs.${index + 1}`, inputChannels, 3, rate))
  const mean = unit(graph.node('GlobalAveragePool', [x]), `aspp.convs.${rates.length + 1}.conv_1x1`, inputChannels, 1)
  const joined = graph.node('Concat', [near, ...wide, resizeLike(context, mean, x)], { axis: 1 })
  const projected = unit(joined, 'aspp.project', (rates.length + 2) * channels, 1)
  const value = convolution(context, projected, {
    name: 'classifier.convolution',
    inputChannels: channels,
    outputChannels: labelCount,
    kernel: [1, 1],
  })
  return { value, channels: labelCount, stride }
}

/** DeepLab V3+'s encoder as MobileNet V2 has it: a 1 × 1 convolution beside the image's mean (arXiv:1802.02611). Names are MobileNet's. */
export function meanBesideMap(
  context: GraphContext,
  { value: x, channels: inputChannels, stride }: FeatureMap,
  channels: number,
): FeatureMap {
  const { graph } = context
  const unit = (input: Value, name: string, from: number): Value =>
    convolutionUnit(context, input, { name, inputChannels: from, outputChannels: channels, kernel: 1 })
  const mean = unit(graph.node('GlobalAveragePool', [x]), 'conv_pool', inputChannels)
  const spread = resizeLike(context, mean, x, { alignCorners: true })
  const joined = graph.node('Concat', [spread, unit(x, 'conv_aspp', inputChannels)], { axis: 1 })
  const value = convolution(context, unit(joined, 'conv_projection', 2 * channels), {
    name: 'classifier.convolution',
    inputChannels: channels,
    outputChannels: labelCount,
    kernel: [1, 1],
  })
  return { value, channels: labelCount, stride }
}
