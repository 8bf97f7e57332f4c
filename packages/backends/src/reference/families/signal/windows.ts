import { type DataType, dataTypeOf } from '@vitest-hardware/onnx-graph'
import { isFloat } from '../../integers.ts'
import type { NodeContext, NodeFacts, Operator, Values } from '../../operator.ts'
import { dataFromNumbers, values } from '../../values.ts'
import { optionalScalar } from '../input-checks.ts'

/** @param cosines coefficients of `cos(0), -cos(φ), cos(2φ) …`, φ one turn over the window */
function windowOperator(cosines: readonly number[]): Operator {
  return (inputs, node) => {
    const size = scalar(inputs, 0, node)
    if (size < 0) node.fail(`the size is ${size}`, 0)
    const turn = node.int('periodic', 1) === 0 ? size - 1 : size
    const window = Float64Array.from({ length: size }, (_, index) => {
      const angle = turn === 0 ? 0 : (2 * Math.PI * index) / turn
      return cosines.reduce((sum, coefficient, order) => sum + coefficient * (-1) ** order * Math.cos(order * angle), 0)
    })
    return [declared(node, [size], window)]
  }
}

/** ONNX HannWindow-17. */
export const hannWindow = windowOperator([0.5, 0.5])
/** ONNX HammingWindow-17: the function's body has 25/46, not 0.54. */
export const hammingWindow = windowOperator([25 / 46, 21 / 46])
/** ONNX BlackmanWindow-17. */
export const blackmanWindow = windowOperator([0.42, 0.5, 0.08])

/** ONNX MelWeightMatrix-17: triangles of peak 1, evenly spaced in `mel(f) = 2595 · log10(1 + f / 700)`, on whole bins of the spectrum. */
export const melWeightMatrix: Operator = (inputs, node) => {
  const [bands, length, rate, low, high] = [0, 1, 2, 3, 4].map((position) => scalar(inputs, position, node)) as [
    number,
    number,
    number,
    number,
    number,
  ]
  const bins = Math.floor(length / 2) + 1
  const mel = (hertz: number): number => 2595 * Math.log10(1 + hertz / 700)
  // bands + 2 edges lie `1 / (bands + 2)` of the range apart: so does ONNX's own implementation
  const step = (mel(high) - mel(low)) / (bands + 2)
  const edge = (index: number): number => {
    const hertz = 700 * (10 ** ((mel(low) + index * step) / 2595) - 1)
    return Math.floor(((length + 1) * hertz) / rate)
  }
  const result = new Float64Array(bins * bands)
  for (let band = 0; band < bands; band += 1) {
    const [left, centre, right] = [edge(band), edge(band + 1), edge(band + 2)]
    if (right > bins) node.fail(`the band ${band} ends at bin ${right}, and the spectrum has ${bins}`, 4)
    for (let bin = left; bin < right; bin += 1) {
      result[bin * bands + band] = bin < centre ? (bin - left) / (centre - left) : (right - bin) / (right - centre)
    }
    if (centre === right && centre < bins) result[centre * bands + band] = 1
  }
  return [declared(node, [bins, bands], result)]
}

/** Why a node cannot be computed: its type has no JavaScript counterpart. */
export function refusesOutputDatatype(node: NodeFacts): string | null {
  const type = node.int('output_datatype', 1)
  return dataTypeOf(type) === null ? `output_datatype ${type} has no JavaScript counterpart` : null
}

function declared(node: NodeContext, dims: readonly number[], numbers: Float64Array): Values {
  const type: DataType = dataTypeOf(node.int('output_datatype', 1)) ?? node.fail('output_datatype has no JavaScript counterpart')
  return values(type, dims, dataFromNumbers(type, isFloat(type) ? numbers : numbers.map(Math.trunc)))
}

function scalar(inputs: readonly (Values | undefined)[], position: number, node: NodeContext): number {
  return optionalScalar(inputs, position, node) ?? node.fail('this input is needed and is missing', position)
}
