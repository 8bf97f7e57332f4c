import type { Operator } from '../../operator.ts'
import { sizeOf } from '../../shapes.ts'
import { numberList, numbersOf, values } from '../../values.ts'
import { checkDims, required } from '../input-checks.ts'

/** ONNX AffineGrid-20: `grid = theta · (x, y[, z], 1)` at evenly spaced positions between -1 and 1. */
export const affineGrid: Operator = (inputs, node) => {
  const theta = required(inputs, 0, node)
  const size = numberList(required(inputs, 1, node))
  const batch = size[0] ?? 0
  const spatial = size.slice(2)
  const rank = spatial.length
  if (rank !== 2 && rank !== 3) node.fail(`it has ${size.length} numbers, and 4 or 5 are needed`, 1)
  checkDims(node, theta, 0, [batch, rank, rank + 1])
  const corners = node.int('align_corners', 0) !== 0
  const matrices = numbersOf(theta)
  const places = sizeOf(spatial)
  const result = new Float64Array(batch * places * rank)
  const position = new Float64Array(rank + 1)
  position[rank] = 1
  for (let place = 0; place < places; place += 1) {
    let rest = place
    // coordinates run from the innermost axis to the outermost
    for (let axis = rank - 1; axis >= 0; axis -= 1) {
      const length = spatial[axis]!
      const index = rest % length
      rest = Math.floor(rest / length)
      position[rank - 1 - axis] = corners ? -1 + (length === 1 ? 0 : (2 * index) / (length - 1)) : (2 * index + 1) / length - 1
    }
    for (let item = 0; item < batch; item += 1) {
      for (let row = 0; row < rank; row += 1) {
        let sum = 0
        for (let column = 0; column <= rank; column += 1) sum += matrices[(item * rank + row) * (rank + 1) + column]! * position[column]!
        result[(item * places + place) * rank + row] = sum
      }
    }
  }
  return [values(theta.type, [batch, ...spatial, rank], result)]
}
