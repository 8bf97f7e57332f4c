import type { Operator } from '../../operator.ts'
import { numbersOf, values } from '../../values.ts'
import { checkDims, checkRank, required } from '../input-checks.ts'

/** ONNX MaxRoiPool-22: the RoI pooling of Fast R-CNN (https://arxiv.org/abs/1504.08083, section 2.1), whole elements in each bin. */
export const maxRoiPool: Operator = (inputs, node) => {
  const x = required(inputs, 0, node)
  const regions = required(inputs, 1, node)
  checkRank(node, x, 0, 4)
  const count = regions.dims[0] ?? 0
  checkDims(node, regions, 1, [count, 5])
  const [batch, channels, height, width] = x.dims as [number, number, number, number]
  const pooled = node.ints('pooled_shape')
  if (pooled.length !== 2) node.fail(`pooled_shape has ${pooled.length} numbers, and 2 are needed`)
  const [rows, columns] = pooled as [number, number]
  const scale = node.float('spatial_scale', 1)
  const data = numbersOf(x)
  const boxes = numbersOf(regions)
  const result = new Float64Array(count * channels * rows * columns)
  for (let region = 0; region < count; region += 1) {
    const image = boxes[region * 5]!
    if (image < 0 || image >= batch) node.fail(`region ${region} names image ${image} of ${batch}`, 1)
    const edge = (side: number): number => roundHalfAway(boxes[region * 5 + side]! * scale)
    const xs = bins(edge(1), edge(3), columns, width)
    const ys = bins(edge(2), edge(4), rows, height)
    for (let channel = 0; channel < channels; channel += 1) {
      const base = (image * channels + channel) * height * width
      let to = (region * channels + channel) * rows * columns
      for (const [top, bottom] of ys) {
        for (const [left, right] of xs) {
          let best = bottom > top && right > left ? Number.NEGATIVE_INFINITY : 0
          for (let row = top; row < bottom; row += 1) {
            for (let column = left; column < right; column += 1) best = Math.max(best, data[base + row * width + column]!)
          }
          result[to] = best
          to += 1
        }
      }
    }
  }
  return [values(x.type, [count, channels, rows, columns], result)]
}

/** First element and the one after the last of each bin; regions hold their last element and at least one. */
function bins(start: number, end: number, count: number, size: number): (readonly [number, number])[] {
  const bin = Math.max(end - start + 1, 1) / count
  const clamp = (at: number): number => Math.min(Math.max(at + start, 0), size)
  return Array.from({ length: count }, (_, index) => [clamp(Math.floor(index * bin)), clamp(Math.ceil((index + 1) * bin))] as const)
}

function roundHalfAway(value: number): number {
  return Math.sign(value) * Math.floor(Math.abs(value) + 0.5)
}
