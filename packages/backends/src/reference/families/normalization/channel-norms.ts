import type { NodeContext, NumberData, Operator, Values } from '../../operator.ts'
import { sizeOf } from '../../shapes.ts'
import { numbersOf, values } from '../../values.ts'
import { checkDims, checkRank, required } from '../input-checks.ts'
import { rowMoments } from './moments.ts'

/** ONNX InstanceNormalization-22: each channel of each image is normalized by itself. */
export const instanceNormalization: Operator = (inputs, node) => {
  const x = required(inputs, 0, node)
  checkRank(node, x, 0, 3, true)
  const channels = x.dims[1]!
  return [groupNormalized(x, channels, parameters(inputs, node, channels), (channel) => channel, node)]
}

/** ONNX GroupNormalization: `scale` and `bias` are one for each channel in version 21, one for each group in version 18. */
export const groupNormalization: Operator = (inputs, node) => {
  const x = required(inputs, 0, node)
  checkRank(node, x, 0, 3, true)
  const channels = x.dims[1]!
  const groups = node.int('num_groups')
  if (groups < 1 || channels % groups !== 0) node.fail(`num_groups is ${groups}, which does not divide the ${channels} channels`)
  if (node.opset >= 21) return [groupNormalized(x, groups, parameters(inputs, node, channels), (channel) => channel, node)]
  const inGroup = channels / groups
  return [groupNormalized(x, groups, parameters(inputs, node, groups), (channel) => Math.floor(channel / inGroup), node)]
}

interface ScaleAndBias {
  readonly scale: NumberData
  readonly bias: NumberData
}

function parameters(inputs: readonly (Values | undefined)[], node: NodeContext, count: number): ScaleAndBias {
  const [scale, bias] = [1, 2].map((position) => {
    const value = required(inputs, position, node)
    checkDims(node, value, position, [count])
    return numbersOf(value)
  }) as [NumberData, NumberData]
  return { scale, bias }
}

function groupNormalized(
  x: Values,
  groups: number,
  { scale, bias }: ScaleAndBias,
  parameterOf: (channel: number) => number,
  node: NodeContext,
): Values {
  const epsilon = node.float('epsilon', 1e-5)
  const numbers = numbersOf(x)
  const [batch, channels] = x.dims as [number, number]
  const size = sizeOf(x.dims, 2)
  const inGroup = channels / groups
  const { mean, variance } = rowMoments(numbers, inGroup * size)
  const result = new Float64Array(numbers.length)
  for (let map = 0; map < batch * channels; map += 1) {
    const group = Math.floor(map / inGroup)
    const parameter = parameterOf(map % channels)
    const factor = scale[parameter]! / Math.sqrt(variance[group]! + epsilon)
    const shift = bias[parameter]!
    const centre = mean[group]!
    for (let element = map * size; element < (map + 1) * size; element += 1) result[element] = (numbers[element]! - centre) * factor + shift
  }
  return values(x.type, x.dims, result)
}
