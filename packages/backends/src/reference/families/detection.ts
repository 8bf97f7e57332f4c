import type { Family, NodeContext, NumberData, Operator, Values } from '../operator.ts'
import { dimsText } from '../shapes.ts'
import { numbersOf, values } from '../values.ts'

/** Corners, in the order `[low, low, high, high]`. */
type Box = readonly [number, number, number, number]

/** Boxes come as two opposite corners in any order, or as centre and size. */
function boxAt(data: NumberData, at: number, isCentred: boolean): Box {
  const [a, b, c, d] = [data[at]!, data[at + 1]!, data[at + 2]!, data[at + 3]!]
  if (isCentred) return [b - d / 2, a - c / 2, b + d / 2, a + c / 2]
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]
}

function areaOf([top, left, bottom, right]: Box): number {
  return (bottom - top) * (right - left)
}

/** Intersection over union; 0 where either box has no area. */
export function overlap(a: Box, b: Box): number {
  const height = Math.min(a[2], b[2]) - Math.max(a[0], b[0])
  const width = Math.min(a[3], b[3]) - Math.max(a[1], b[1])
  if (height <= 0 || width <= 0 || areaOf(a) <= 0 || areaOf(b) <= 0) return 0
  return (height * width) / (areaOf(a) + areaOf(b) - height * width)
}

interface Limits {
  readonly count: number
  readonly overlap: number
  readonly score: number
}

/** Indexes of the boxes of one class that stay, the best score first; equal scores keep the order of the boxes. */
function suppress(boxes: readonly Box[], scores: NumberData, limits: Limits): number[] {
  const order = [...boxes.keys()].filter((index) => scores[index]! > limits.score).sort((a, b) => scores[b]! - scores[a]! || a - b)
  const kept: number[] = []
  for (const index of order) {
    if (kept.length >= limits.count) break
    if (kept.every((other) => overlap(boxes[index]!, boxes[other]!) <= limits.overlap)) kept.push(index)
  }
  return kept
}

/** NonMaxSuppression-11: rows of batch, class and box. Nothing is kept where no number of boxes is given. */
const nonMaxSuppression: Operator = ([boxes, scores, count, overlapLimit, scoreLimit], node: NodeContext) => {
  const [batches, boxCount] = boxes!.dims
  const classes = scores!.dims[1]
  if (boxes!.dims.length !== 3 || boxes!.dims[2] !== 4) return node.fail(`${dimsText(boxes!.dims)} is not [batches, boxes, 4]`, 0)
  if (scores!.dims.length !== 3 || scores!.dims[0] !== batches || scores!.dims[2] !== boxCount)
    return node.fail(`${dimsText(scores!.dims)} does not fit boxes of ${dimsText(boxes!.dims)}`, 1)
  const limits = { count: scalar(count, 0), overlap: scalar(overlapLimit, 0), score: scalar(scoreLimit, -Infinity) }
  const isCentred = node.int('center_point_box', 0) === 1
  const rows: number[] = []
  for (let batch = 0; batch < batches!; batch += 1) {
    const corners = Array.from({ length: boxCount! }, (_, box) => boxAt(numbersOf(boxes!), (batch * boxCount! + box) * 4, isCentred))
    for (let each = 0; each < classes!; each += 1) {
      const start = (batch * classes! + each) * boxCount!
      const kept = suppress(corners, numbersOf(scores!).subarray(start, start + boxCount!), limits)
      rows.push(...kept.flatMap((box) => [batch, each, box]))
    }
  }
  return [values('int64', [rows.length / 3, 3], BigInt64Array.from(rows, BigInt))]
}

function scalar(value: Values | undefined, fallback: number): number {
  return value === undefined ? fallback : (numbersOf(value)[0] ?? fallback)
}

/** Detection of objects, up to ONNX's operator set 25. */
export const detection: Family = {
  name: 'detection',
  operators: { NonMaxSuppression: { since: 10, inputs: 2, evaluate: nonMaxSuppression } },
}
