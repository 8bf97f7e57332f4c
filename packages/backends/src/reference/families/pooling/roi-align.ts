import type { NumberData, Operator } from '../../operator.ts'
import { numbersOf, values } from '../../values.ts'
import { checkDims, checkRank, required } from '../input-checks.ts'

/** Where along one axis a sample lies: two neighbours and the weight of the upper one; null outside of the map. */
interface Sample {
  readonly low: number
  readonly high: number
  readonly part: number
}

/**
 * ONNX RoiAlign-22: samples bilinearly on a grid in each bin of a region (https://arxiv.org/abs/1703.06870, section 3).
 * `max` takes the largest *weighted neighbour* of the samples, not the largest sample: ONNX's published cases fix it so.
 */
export const roiAlign: Operator = (inputs, node) => {
  const x = required(inputs, 0, node)
  const regions = required(inputs, 1, node)
  const batchIndices = required(inputs, 2, node)
  checkRank(node, x, 0, 4)
  const count = regions.dims[0] ?? 0
  checkDims(node, regions, 1, [count, 4])
  checkDims(node, batchIndices, 2, [count])
  const [batch, channels, height, width] = x.dims as [number, number, number, number]
  const rows = node.int('output_height', 1)
  const columns = node.int('output_width', 1)
  const scale = node.float('spatial_scale', 1)
  const sampling = node.int('sampling_ratio', 0)
  const mode = node.string('mode', 'avg')
  if (mode !== 'avg' && mode !== 'max') node.fail(`mode is ${mode}, not avg or max`)
  // the attribute came with version 16, whose default differs from what versions before did
  const transformation = node.opset < 16 ? 'output_half_pixel' : node.string('coordinate_transformation_mode', 'half_pixel')
  if (transformation !== 'half_pixel' && transformation !== 'output_half_pixel') {
    node.fail(`coordinate_transformation_mode is ${transformation}, not half_pixel or output_half_pixel`)
  }
  const halfPixel = transformation === 'half_pixel'
  const shift = halfPixel ? 0.5 : 0
  const data = numbersOf(x)
  const boxes = numbersOf(regions)
  const images = numbersOf(batchIndices)
  const result = new Float64Array(count * channels * rows * columns)
  for (let region = 0; region < count; region += 1) {
    const image = images[region]!
    if (image < 0 || image >= batch) node.fail(`it names image ${image} of ${batch}`, 2)
    const edge = (side: number): number => boxes[region * 4 + side]! * scale - shift
    const xs = axisSamples(edge(0), edge(2), columns, width, sampling, halfPixel)
    const ys = axisSamples(edge(1), edge(3), rows, height, sampling, halfPixel)
    for (let channel = 0; channel < channels; channel += 1) {
      const base = (image * channels + channel) * height * width
      const to = (region * channels + channel) * rows * columns
      for (let row = 0; row < rows; row += 1) {
        for (let column = 0; column < columns; column += 1) {
          const pool = mode === 'avg' ? averageOf : maxOf
          result[to + row * columns + column] = pool(data, base, width, ys[row]!, xs[column]!)
        }
      }
    }
  }
  return [values(x.type, [count, channels, rows, columns], result)]
}

/** Samples of each bin along an axis. */
function axisSamples(start: number, end: number, bins: number, size: number, sampling: number, halfPixel: boolean): (Sample | null)[][] {
  // with output_half_pixel, regions are at least one element wide
  const extent = halfPixel ? end - start : Math.max(end - start, 1)
  const bin = extent / bins
  const samples = sampling > 0 ? sampling : Math.max(0, Math.ceil(bin))
  return Array.from({ length: bins }, (_, index) =>
    Array.from({ length: samples }, (__, sample) => sampleAt(start + index * bin + ((sample + 0.5) * bin) / samples, size)),
  )
}

function sampleAt(position: number, size: number): Sample | null {
  if (position < -1 || position > size) return null
  const at = Math.max(0, position)
  const low = Math.floor(at)
  return low >= size - 1 ? { low: size - 1, high: size - 1, part: 0 } : { low, high: low + 1, part: at - low }
}

type Pool = (data: NumberData, base: number, width: number, ys: readonly (Sample | null)[], xs: readonly (Sample | null)[]) => number

const averageOf: Pool = (data, base, width, ys, xs) => {
  let sum = 0
  for (const y of ys) {
    for (const x of xs) {
      if (y === null || x === null) continue
      const upper = (1 - x.part) * data[base + y.low * width + x.low]! + x.part * data[base + y.low * width + x.high]!
      const lower = (1 - x.part) * data[base + y.high * width + x.low]! + x.part * data[base + y.high * width + x.high]!
      sum += (1 - y.part) * upper + y.part * lower
    }
  }
  return sum / Math.max(1, ys.length * xs.length)
}

const maxOf: Pool = (data, base, width, ys, xs) => {
  let best: number | null = null
  for (const y of ys) {
    for (const x of xs) {
      const value =
        y === null || x === null
          ? 0
          : Math.max(
              (1 - y.part) * (1 - x.part) * data[base + y.low * width + x.low]!,
              (1 - y.part) * x.part * data[base + y.low * width + x.high]!,
              y.part * (1 - x.part) * data[base + y.high * width + x.low]!,
              y.part * x.part * data[base + y.high * width + x.high]!,
            )
      best = best === null ? value : Math.max(best, value)
    }
  }
  return best ?? 0
}
