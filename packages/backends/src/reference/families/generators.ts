import { UnsupportedOperatorError } from '../operator-error.ts'
import { dataTypeOf } from '@vitest-hardware/onnx-graph'
import { isBig } from '../integers.ts'
import type { BigData, Family, NodeContext, NodeFacts, NumberData, Operator, Values } from '../operator.ts'
import { dimsText, sizeOf } from '../shapes.ts'
import type { Elements } from '../take.ts'
import { emptyData, int64Vector, numberList, numbersOf, values } from '../values.ts'

/** Shape-25; from version 15 on a part of the axes, clamped like a slice. */
const shape: Operator = ([x], node) => {
  const rank = x!.dims.length
  const clamp = (given: number): number => Math.min(rank, Math.max(0, given < 0 ? given + rank : given))
  return [int64Vector(x!.dims.slice(clamp(node.int('start', 0)), clamp(node.int('end', rank))))]
}

const constantOfShape: Operator = ([dimsInput], node) => {
  const dims = numberList(dimsInput!)
  const value = node.tensor('value')
  const type = value?.type ?? 'float32'
  const data = emptyData(type, sizeOf(dims))
  const fill = value?.data[0]
  if (fill !== undefined) (data as NumberData).fill(fill as number)
  return [values(type, dims, data)]
}

/** Constant-25 in all its forms but the sparse one. */
const constant: Operator = (_, node) => {
  if (node.has('value')) return [node.tensor('value')]
  if (node.has('value_float')) return [values('float32', [], Float64Array.of(node.float('value_float')))]
  if (node.has('value_floats')) return [floatVector(node.floats('value_floats'))]
  if (node.has('value_int')) return [values('int64', [], BigInt64Array.of(BigInt(node.int('value_int'))))]
  if (node.has('value_ints')) return [int64Vector(node.ints('value_ints'))]
  if (node.has('value_string')) return [values('string', [], [node.string('value_string')])]
  if (node.has('value_strings')) return [stringVector(node.strings('value_strings'))]
  return node.fail('has no value')
}

function floatVector(numbers: readonly number[]): Values {
  return values('float32', [numbers.length], Float64Array.from(numbers))
}

function stringVector(texts: readonly string[]): Values {
  return values('string', [texts.length], texts)
}

/** Range-11: max(0, ⌈(limit − start) / delta⌉) numbers. */
const range: Operator = ([start, limit, delta], node) => {
  if (numbersOf(delta!)[0] === 0) return node.fail('is 0', 2)
  const count = Math.max(0, Math.ceil((numbersOf(limit!)[0]! - numbersOf(start!)[0]!) / numbersOf(delta!)[0]!))
  const data = emptyData(start!.type, count)
  if (isBig(start!.type)) {
    const [from, step] = [(start!.data as BigData)[0]!, (delta!.data as BigData)[0]!]
    for (let index = 0; index < count; index += 1) (data as BigData)[index] = from + BigInt(index) * step
  } else {
    const [from, step] = [numbersOf(start!)[0]!, numbersOf(delta!)[0]!]
    for (let index = 0; index < count; index += 1) (data as NumberData)[index] = from + index * step
  }
  return [values(start!.type, [count], data)]
}

const eyeLike: Operator = ([x], node) => {
  const type = node.has('dtype') ? (dataTypeOf(node.int('dtype')) ?? node.fail('has an element type that does not exist here')) : x!.type
  const [rows, columns] = x!.dims
  if (x!.dims.length !== 2) return node.fail(`${dimsText(x!.dims)} is no matrix`, 0)
  const diagonal = node.int('k', 0)
  const data = emptyData(type, rows! * columns!) as Elements
  for (let row = 0; row < rows!; row += 1) {
    const column = row + diagonal
    if (column >= 0 && column < columns!) data[row * columns! + column] = isBig(type) ? 1n : 1
  }
  return [values(type, [rows!, columns!], data as Values['data'])]
}

/** OneHot-11: an index out of range gives a row without the hot value. */
const oneHot: Operator = ([indices, depthInput, offOn], node) => {
  const depth = numberList(depthInput!)[0]!
  const rank = indices!.dims.length + 1
  const given = node.int('axis', -1)
  const axis = given < 0 ? given + rank : given
  if (axis < 0 || axis >= rank) return node.fail(`the axis ${given} is not one of ${rank}`)
  const [off, on] = offOn!.data
  const dims = [...indices!.dims.slice(0, axis), depth, ...indices!.dims.slice(axis)]
  const inner = sizeOf(indices!.dims, axis)
  const data = emptyData(offOn!.type, sizeOf(dims)) as Elements
  for (let index = 0; index < data.length; index += 1) data[index] = off!
  for (const [element, index] of numberList(indices!).entries()) {
    const hot = index < 0 ? index + depth : index
    if (hot >= 0 && hot < depth) data[(Math.floor(element / inner) * depth + hot) * inner + (element % inner)] = on!
  }
  return [values(offOn!.type, dims, data as Values['data'])]
}

/** Dropout-22 as it is in inference, or in training with a ratio of 0: nothing is dropped, the mask keeps all. */
const dropout: Operator = ([x, ratio, training], node: NodeContext) => {
  if (training?.data[0] === 1 && Number(ratio?.data[0] ?? 0.5) !== 0) {
    throw new UnsupportedOperatorError('asks for training, whose outcome is random', { node: node.name, operator: node.operator })
  }
  const type = node.opset < 10 ? x!.type : 'bool'
  const mask = emptyData(type, x!.data.length) as Elements
  for (let index = 0; index < mask.length; index += 1) mask[index] = isBig(type) ? 1n : 1
  return [x, node.hasOutput(1) ? values(type, x!.dims, mask as Values['data']) : undefined]
}

const refusesSparse = (node: NodeFacts): string | null =>
  node.has('sparse_value') ? 'reference reads no sparse constants, only sparse initializers' : null

/** Shapes, constants and patterns, up to ONNX's operator set 25. */
export const generators: Family = {
  name: 'shapes and constants',
  operators: {
    Constant: { since: 1, inputs: 0, evaluate: constant, refuses: refusesSparse },
    ConstantOfShape: { since: 9, evaluate: constantOfShape },
    Dropout: { since: 1, evaluate: dropout },
    EyeLike: { since: 9, evaluate: eyeLike },
    OneHot: { since: 9, inputs: 3, evaluate: oneHot },
    Range: { since: 11, inputs: 3, evaluate: range },
    Shape: { since: 1, evaluate: shape },
    Size: { since: 1, evaluate: ([x]) => [values('int64', [], BigInt64Array.of(BigInt(x!.data.length)))] },
  },
}
