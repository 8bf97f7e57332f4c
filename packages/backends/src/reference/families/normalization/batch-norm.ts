import type { NodeContext, NumberData, Operator, Values } from '../../operator.ts'
import { sizeOf } from '../../shapes.ts'
import { numbersOf, values } from '../../values.ts'
import { checkDims, checkRank, required } from '../input-checks.ts'
import { channelMoments, type Moments } from './moments.ts'

/**
 * ONNX BatchNormalization, all versions: `scale · (x - mean) / √(variance + epsilon) + bias`.
 * Versions before 7 train unless `is_test`, 7 and 9 where they have further outputs, later ones where `training_mode`.
 * With `spatial` 0 (before 9) each position has parameters of its own.
 */
export const batchNormalization: Operator = (inputs, node) => {
  const x = required(inputs, 0, node)
  checkRank(node, x, 0, 2, true)
  const spatial = node.opset >= 9 || node.int('spatial', 1) !== 0
  const batch = x.dims[0]!
  const parameterDims = spatial ? [x.dims[1]!] : x.dims.slice(1)
  const channels = sizeOf(parameterDims)
  const size = spatial ? sizeOf(x.dims, 2) : 1
  const [scale, bias, mean, variance] = [1, 2, 3, 4].map((position) => {
    const value = required(inputs, position, node)
    checkDims(node, value, position, parameterDims)
    return numbersOf(value)
  }) as [NumberData, NumberData, NumberData, NumberData]
  const training = trains(node)
  const numbers = numbersOf(x)
  const used: Moments = training ? channelMoments(numbers, batch, channels, size) : { mean, variance }
  const y = normalized(numbers, { batch, channels, size }, used, scale, bias, node.float('epsilon', 1e-5))
  const result = values(x.type, x.dims, y)
  if (!training) return [result]
  const momentum = node.float('momentum', 0.9)
  const running = (old: NumberData, now: NumberData, type: Values['type']): Values =>
    values(
      type,
      parameterDims,
      Float64Array.from(old, (value, channel) => value * momentum + now[channel]! * (1 - momentum)),
    )
  return [result, running(mean, used.mean, inputs[3]!.type), running(variance, used.variance, inputs[4]!.type)]
}

/** Why a node cannot be computed: the saved statistics of old training graphs have no definition in the specification. */
export function refusesBatchNormalization(node: { readonly opset: number; hasOutput(index: number): boolean }): string | null {
  return node.opset < 14 && (node.hasOutput(3) || node.hasOutput(4)) ? 'saved_mean and saved_var are only used in training' : null
}

function trains(node: NodeContext): boolean {
  if (node.opset >= 14) return node.int('training_mode', 0) !== 0
  if (node.opset >= 7) return node.outputCount > 1
  return node.int('is_test', 0) === 0
}

function normalized(
  x: NumberData,
  { batch, channels, size }: { readonly batch: number; readonly channels: number; readonly size: number },
  { mean, variance }: Moments,
  scale: NumberData,
  bias: NumberData,
  epsilon: number,
): Float64Array {
  const result = new Float64Array(x.length)
  for (let channel = 0; channel < channels; channel += 1) {
    const factor = scale[channel]! / Math.sqrt(variance[channel]! + epsilon)
    const centre = mean[channel]!
    const shift = bias[channel]!
    for (let image = 0; image < batch; image += 1) {
      const from = (image * channels + channel) * size
      for (let element = from; element < from + size; element += 1) result[element] = (x[element]! - centre) * factor + shift
    }
  }
  return result
}
