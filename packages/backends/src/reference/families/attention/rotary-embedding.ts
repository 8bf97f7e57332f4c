import type { Operator } from '../../operator.ts'
import { dimsText } from '../../shapes.ts'
import { numbersOf, values } from '../../values.ts'
import { checkDims, checkRank, required } from '../input-checks.ts'

/** ONNX RotaryEmbedding-23: rotates pairs of elements by the angle of their position (https://arxiv.org/abs/2104.09864, equation 34). */
export const rotaryEmbedding: Operator = (inputs, node) => {
  const x = required(inputs, 0, node)
  const cosines = required(inputs, 1, node)
  const sines = required(inputs, 2, node)
  const positions = inputs[3]
  const headsFirst = x.dims.length === 4
  if (!headsFirst) checkRank(node, x, 0, 3)
  const batch = x.dims[0]!
  const length = headsFirst ? x.dims[2]! : x.dims[1]!
  const heads = headsFirst ? x.dims[1]! : node.int('num_heads')
  const size = headsFirst ? x.dims[3]! : x.dims[2]! / heads
  if (!Number.isInteger(size)) node.fail(`num_heads is ${heads}, which does not divide the hidden size ${x.dims[2]}`, 0)
  const rotated = node.int('rotary_embedding_dim', 0) || size
  if (rotated > size || rotated % 2 !== 0) node.fail(`${rotated} elements of ${size} cannot be rotated in pairs`, 0)
  const half = rotated / 2
  if (positions === undefined) checkDims(node, cosines, 1, [batch, length, half])
  else {
    checkDims(node, positions, 3, [batch, length])
    checkDims(node, cosines, 1, [cosines.dims[0] ?? 0, half])
  }
  checkDims(node, sines, 2, cosines.dims)
  const places = positions === undefined ? null : numbersOf(positions)
  const interleaved = node.int('interleaved', 0) !== 0
  const cos = numbersOf(cosines)
  const sin = numbersOf(sines)
  const data = numbersOf(x)
  const result = Float64Array.from(data)
  for (let item = 0; item < batch; item += 1) {
    for (let step = 0; step < length; step += 1) {
      const row = places === null ? item * length + step : places[item * length + step]!
      if (places !== null && (row < 0 || row >= cosines.dims[0]!))
        node.fail(`it has the position ${row}, and the caches are ${dimsText(cosines.dims)}`, 3)
      for (let head = 0; head < heads; head += 1) {
        const start = (headsFirst ? (item * heads + head) * length + step : (item * length + step) * heads + head) * size
        for (let pair = 0; pair < half; pair += 1) {
          const first = start + (interleaved ? 2 * pair : pair)
          const second = interleaved ? first + 1 : first + half
          const c = cos[row * half + pair]!
          const s = sin[row * half + pair]!
          result[first] = c * data[first]! - s * data[second]!
          result[second] = s * data[first]! + c * data[second]!
        }
      }
    }
  }
  return [values(x.type, x.dims, result)]
}
