import type { NodeContext, NumberData, Values } from '../../operator.ts'
import { dimsText, sizeOf } from '../../shapes.ts'
import { numbersOf, values } from '../../values.ts'
import { dotProducts } from '../convolution/dot-products.ts'
import { checkDims, checkRank, optionalNumbers, required } from '../input-checks.ts'
import { activationsOf } from './activations.ts'
import type { Cell } from './cells.ts'

export interface RecurrentKind {
  /** Rows of the weights, in multiples of the hidden size. */
  readonly gates: number
  /** Names of the activation functions of one direction. */
  readonly activations: readonly string[]
  readonly cell: (node: NodeContext) => Cell
  /** Whether there is a second state, with its initial value and peepholes. */
  readonly hasCellState: boolean
}

/** Runs a cell along sequences in one or both directions (what ONNX's RNN-22, GRU-22 and LSTM-22 share). Elements past a sequence's end are zero. */
export function runSequences(inputs: readonly (Values | undefined)[], node: NodeContext, kind: RecurrentKind): Values[] {
  const x = required(inputs, 0, node)
  const weights = required(inputs, 1, node)
  const recurrence = required(inputs, 2, node)
  checkRank(node, x, 0, 3)
  checkRank(node, weights, 1, 3)
  checkRank(node, recurrence, 2, 3)
  const batchFirst = node.opset >= 14 && node.int('layout', 0) === 1
  const [steps, batch] = (batchFirst ? [x.dims[1], x.dims[0]] : x.dims) as [number, number]
  const inputSize = x.dims[2]!
  const hidden = recurrence.dims[2]!
  const declaredHidden = node.int('hidden_size', hidden)
  if (declaredHidden !== hidden) node.fail(`hidden_size is ${declaredHidden}, and the recurrence is ${dimsText(recurrence.dims)}`, 2)
  const reversed = directionsOf(node)
  const directions = reversed.length
  const rows = kind.gates * hidden
  checkDims(node, weights, 1, [directions, rows, inputSize])
  checkDims(node, recurrence, 2, [directions, rows, hidden])
  const bias = optionalNumbers(inputs, 3, node, [directions, 2 * rows]) ?? new Float64Array(directions * 2 * rows)
  const lengths = optionalNumbers(inputs, 4, node, [batch]) ?? new Float64Array(batch).fill(steps)
  const stateDims = batchFirst ? [batch, directions, hidden] : [directions, batch, hidden]
  const initialHidden = optionalNumbers(inputs, 5, node, stateDims) ?? new Float64Array(sizeOf(stateDims))
  const initialCell = (kind.hasCellState ? optionalNumbers(inputs, 6, node, stateDims) : undefined) ?? new Float64Array(sizeOf(stateDims))
  const peepholeDims = [directions, 3 * hidden]
  const peepholes =
    (kind.hasCellState ? optionalNumbers(inputs, 7, node, peepholeDims) : undefined) ?? new Float64Array(sizeOf(peepholeDims))
  const activations = activationsOf(node, directions, kind.activations)
  const makeStep = kind.cell(node)

  const y = new Float64Array(steps * batch * directions * hidden)
  const lastHidden = new Float64Array(sizeOf(stateDims))
  const lastCell = new Float64Array(sizeOf(stateDims))
  const product = new Float64Array(steps * batch * rows)
  for (const [direction, backwards] of reversed.entries()) {
    const part = (data: NumberData, size: number, index = direction): NumberData => data.subarray(index * size, (index + 1) * size)
    const step = makeStep({
      hidden,
      recurrence: part(numbersOf(recurrence), rows * hidden),
      inputBias: part(bias, rows, 2 * direction),
      recurrenceBias: part(bias, rows, 2 * direction + 1),
      peepholes: part(peepholes, 3 * hidden),
      activations: activations[direction]!,
    })
    const left = { data: numbersOf(x), start: 0, count: steps * batch }
    const right = { data: numbersOf(weights), start: direction * rows * inputSize, count: rows }
    dotProducts(left, right, inputSize, product, 0, rows)
    for (let item = 0; item < batch; item += 1) {
      const length = lengths[item]!
      if (length < 0 || length > steps) node.fail(`sequence ${item} has the length ${length}, and there are ${steps} steps`, 4)
      const stateStart = (batchFirst ? item * directions + direction : direction * batch + item) * hidden
      const state = Float64Array.from(initialHidden.subarray(stateStart, stateStart + hidden))
      const cell = Float64Array.from(initialCell.subarray(stateStart, stateStart + hidden))
      for (let count = 0; count < length; count += 1) {
        const time = backwards ? length - 1 - count : count
        const element = batchFirst ? item * steps + time : time * batch + item
        step(product.subarray(element * rows, (element + 1) * rows), state, cell)
        y.set(state, (batchFirst ? element * directions + direction : (time * directions + direction) * batch + item) * hidden)
      }
      lastHidden.set(state, stateStart)
      lastCell.set(cell, stateStart)
    }
  }
  const yDims = batchFirst ? [batch, steps, directions, hidden] : [steps, directions, batch, hidden]
  const outputs = [values(x.type, yDims, y), values(x.type, stateDims, lastHidden)]
  return kind.hasCellState ? [...outputs, values(x.type, stateDims, lastCell)] : outputs
}

/** For each direction, whether it runs from the end. */
function directionsOf(node: NodeContext): readonly boolean[] {
  const direction = node.string('direction', 'forward')
  switch (direction) {
    case 'forward':
      return [false]
    case 'reverse':
      return [true]
    case 'bidirectional':
      return [false, true]
    default:
      return node.fail(`direction is ${direction}, not forward, reverse or bidirectional`)
  }
}
