import type { NumberData, Operator } from '../../operator.ts'
import { dimsText, offsetsOf, sizeOf, stridesOf } from '../../shapes.ts'
import { numbersOf, values } from '../../values.ts'
import { checkDims, checkRank, optionalNumbers, required } from '../input-checks.ts'
import { kernelShape, windowAttributes, windowAxes } from '../window/axis.ts'
import { addBias } from './convolve.ts'
import { dotProducts } from './dot-products.ts'

/**
 * ONNX DeformConv-22, any number of spatial axes: a convolution whose taps are moved by `offset` and weighted by `mask`; taps between
 * elements are interpolated linearly, taps outside are zero (https://arxiv.org/abs/1811.11168, equation 1).
 */
export const deformConv: Operator = (inputs, node) => {
  const x = required(inputs, 0, node)
  const weights = required(inputs, 1, node)
  const offset = required(inputs, 2, node)
  checkRank(node, x, 0, 3, true)
  checkRank(node, weights, 1, x.dims.length)
  const [batch, channels] = x.dims as [number, number]
  const [filters, groupChannels] = weights.dims as [number, number]
  const groups = node.int('group', 1)
  const offsetGroups = node.int('offset_group', 1)
  if (groupChannels * groups !== channels || filters % groups !== 0) {
    node.fail(`the weights ${dimsText(weights.dims)} with group ${groups} do not fit ${channels} channels`, 1)
  }
  if (channels % offsetGroups !== 0) node.fail(`offset_group is ${offsetGroups}, which does not divide the ${channels} channels`)
  const spatial = x.dims.slice(2)
  const rank = spatial.length
  const kernel = kernelShape(node, weights.dims.slice(2))
  const axes = windowAxes(node, spatial, windowAttributes(node, kernel))
  const output = axes.map((axis) => axis.output)
  const taps = sizeOf(kernel)
  const places = sizeOf(output)
  checkDims(node, offset, 2, [batch, offsetGroups * taps * rank, ...output])
  const maskNumbers = optionalNumbers(inputs, 4, node, [batch, offsetGroups * taps, ...output])
  const numbers = numbersOf(x)
  const moves = numbersOf(offset)
  const filtersData = numbersOf(weights)
  const inputSize = sizeOf(spatial)
  const groupFilters = filters / groups
  const rowLength = groupChannels * taps
  const kernelIndices = indices(kernel)
  const placeIndices = indices(output)
  const sample = linearSampler(numbers, spatial)
  const windows = new Float64Array(places * rowLength)
  const result = new Float64Array(batch * filters * places)
  const point = new Float64Array(rank)
  for (let image = 0; image < batch; image += 1) {
    for (let group = 0; group < groups; group += 1) {
      for (let within = 0; within < groupChannels; within += 1) {
        const channel = group * groupChannels + within
        const offsetGroup = image * offsetGroups + Math.floor((channel * offsetGroups) / channels)
        for (let tap = 0; tap < taps; tap += 1) {
          const move = offsetGroup * taps + tap
          for (let place = 0; place < places; place += 1) {
            for (let axis = 0; axis < rank; axis += 1) {
              const { stride, dilation, padBegin } = axes[axis]!
              const start = placeIndices[place * rank + axis]! * stride - padBegin
              point[axis] = start + kernelIndices[tap * rank + axis]! * dilation + moves[(move * rank + axis) * places + place]!
            }
            const weight = maskNumbers === undefined ? 1 : maskNumbers[move * places + place]!
            windows[place * rowLength + within * taps + tap] = weight * sample((image * channels + channel) * inputSize, point)
          }
        }
      }
      dotProducts(
        { data: filtersData, start: group * groupFilters * rowLength, count: groupFilters },
        { data: windows, start: 0, count: places },
        rowLength,
        result,
        (image * filters + group * groupFilters) * places,
        places,
      )
    }
  }
  const bias = optionalNumbers(inputs, 3, node, [filters])
  if (bias !== undefined) addBias(result, batch, bias)
  return [values(x.type, [batch, filters, ...output], result)]
}

/** All index vectors of a shape, one after the other. */
function indices(dims: readonly number[]): Int32Array {
  const rank = dims.length
  const result = new Int32Array(sizeOf(dims) * rank)
  for (let axis = 0; axis < rank; axis += 1) {
    const along = offsetsOf(
      dims,
      dims.map((_, other) => (other === axis ? 1 : 0)),
    )
    for (let element = 0; element < along.length; element += 1) result[element * rank + axis] = along[element]!
  }
  return result
}

/** Linear interpolation between the 2^rank neighbours of a point; elements outside are zero. */
function linearSampler(data: NumberData, spatial: readonly number[]): (base: number, point: Float64Array) => number {
  const rank = spatial.length
  const strides = stridesOf(spatial)
  return (base, point) => {
    let sum = 0
    for (let corner = 0; corner < 2 ** rank; corner += 1) {
      let weight = 1
      let index = base
      for (let axis = 0; axis < rank && weight !== 0; axis += 1) {
        const low = Math.floor(point[axis]!)
        const upper = (corner >> axis) & 1
        const at = low + upper
        const part = point[axis]! - low
        weight *= at < 0 || at >= spatial[axis]! ? 0 : upper === 1 ? part : 1 - part
        index += at * strides[axis]!
      }
      if (weight !== 0) sum += weight * data[index]!
    }
    return sum
  }
}
