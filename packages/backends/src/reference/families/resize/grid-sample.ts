import { roundHalfEven } from '../../integers.ts'
import type { NodeContext, Operator } from '../../operator.ts'
import { sizeOf, stridesOf } from '../../shapes.ts'
import { numbersOf, values } from '../../values.ts'
import { checkDims, checkRank, required } from '../input-checks.ts'
import { cubicWeight } from './filters.ts'

const paddings = ['zeros', 'border', 'reflection'] as const
type Padding = (typeof paddings)[number]

type Mode = 'nearest' | 'linear' | 'cubic'
/** Version 16 named them after two dimensions. */
const modes: Readonly<Record<string, Mode>> = { nearest: 'nearest', linear: 'linear', bilinear: 'linear', cubic: 'cubic', bicubic: 'cubic' }

/** ONNX GridSample-22, any number of spatial axes; cubic with a = -0.75 as PyTorch has it. */
export const gridSample: Operator = (inputs, node) => {
  const x = required(inputs, 0, node)
  const grid = required(inputs, 1, node)
  checkRank(node, x, 0, 3, true)
  checkRank(node, grid, 1, x.dims.length)
  const [batch, channels, ...spatial] = x.dims as [number, number, ...number[]]
  const rank = spatial.length
  const output = grid.dims.slice(1, -1)
  checkDims(node, grid, 1, [batch, ...output, rank])
  const { mode, padding, corners } = attributesOf(node)
  const places = sizeOf(output)
  const strides = stridesOf(spatial)
  const mapSize = sizeOf(spatial)
  const data = numbersOf(x)
  const points = numbersOf(grid)
  const result = new Float64Array(batch * channels * places)
  for (let item = 0; item < batch; item += 1) {
    for (let place = 0; place < places; place += 1) {
      // the taps of all axes multiplied out: offsets within a channel and their weights
      let offsets = [0]
      let weights = [1]
      for (let axis = 0; axis < rank; axis += 1) {
        const normalized = points[(item * places + place) * rank + (rank - 1 - axis)]!
        const taps = axisTaps(normalized, spatial[axis]!, mode, padding, corners)
        const outer = offsets
        const outerWeights = weights
        offsets = outer.flatMap((offset) => taps.map((tap) => offset + tap.index * strides[axis]!))
        weights = outerWeights.flatMap((weight) => taps.map((tap) => weight * tap.weight))
      }
      for (let channel = 0; channel < channels; channel += 1) {
        const base = (item * channels + channel) * mapSize
        let sum = 0
        for (let tap = 0; tap < offsets.length; tap += 1) if (weights[tap] !== 0) sum += weights[tap]! * data[base + offsets[tap]!]!
        result[(item * channels + channel) * places + place] = sum
      }
    }
  }
  return [values(x.type, [batch, channels, ...output], result)]
}

function attributesOf(node: NodeContext): { readonly mode: Mode; readonly padding: Padding; readonly corners: boolean } {
  const name = node.string('mode', 'linear')
  const mode = modes[name] ?? node.fail(`mode is ${name}, not one of ${Object.keys(modes).join(', ')}`)
  const paddingName = node.string('padding_mode', 'zeros')
  const padding =
    paddings.find((known) => known === paddingName) ?? node.fail(`padding_mode is ${paddingName}, not one of ${paddings.join(', ')}`)
  return { mode, padding, corners: node.int('align_corners', 0) !== 0 }
}

interface Tap {
  readonly index: number
  readonly weight: number
}

/** @param normalized position, -1 and 1 at the ends of the axis */
function axisTaps(normalized: number, size: number, mode: Mode, padding: Padding, corners: boolean): Tap[] {
  const low = corners ? 0 : -0.5
  const high = corners ? size - 1 : size - 0.5
  const exact = corners ? ((normalized + 1) / 2) * (size - 1) : ((normalized + 1) * size - 1) / 2
  let at = mode === 'nearest' ? roundHalfEven(exact) : exact
  if (at < low || at > high) {
    if (padding === 'border') at = Math.min(Math.max(at, 0), size - 1)
    else if (padding === 'reflection') at = reflected(at, low, high)
  }
  const floor = Math.floor(at)
  const part = at - floor
  const taps: Tap[] =
    mode === 'cubic'
      ? [-1, 0, 1, 2].map((step) => ({ index: floor + step, weight: cubicWeight(Math.abs(part - step), -0.75) }))
      : [
          { index: floor, weight: 1 - part },
          { index: floor + 1, weight: part },
        ]
  return taps.map(({ index, weight }) => {
    if (index >= 0 && index < size) return { index, weight }
    if (padding === 'zeros') return { index: 0, weight: 0 }
    const inside = padding === 'border' ? index : Math.trunc(reflected(index, low, high))
    return { index: Math.min(Math.max(inside, 0), size - 1), weight }
  })
}

/** Folds a position at both ends until it lies between them. */
function reflected(at: number, low: number, high: number): number {
  const range = high - low
  if (range === 0) return low
  const beyond = Math.abs(at - low) % (2 * range)
  return low + (beyond > range ? 2 * range - beyond : beyond)
}
