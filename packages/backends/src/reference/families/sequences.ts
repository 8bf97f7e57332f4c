import { dataTypeOf } from '@vitest-hardware/onnx-graph'
import { axisIn } from '../axes.ts'
import type { AnyValue, Family, NodeContext, SequenceValue, ValueOperator, Values } from '../operator.ts'
import { concatenate, wholeAxis } from '../take.ts'
import { numberList, reshaped, values } from '../values.ts'
import { splitAlong } from './cutting.ts'

function sequenceAt(inputs: readonly (AnyValue | undefined)[], index: number, node: NodeContext): readonly Values[] {
  const value = inputs[index]
  return value?.kind === 'sequence' ? value.items : node.fail('is not a sequence', index)
}

function tensorAt(inputs: readonly (AnyValue | undefined)[], index: number, node: NodeContext): Values {
  const value = inputs[index]
  return value?.kind === 'tensor' ? value : node.fail('is not a tensor', index)
}

function sequence(items: readonly Values[]): readonly SequenceValue[] {
  return [{ kind: 'sequence', items }]
}

/** A place among `count`, counted from the end where negative. */
function placeIn(input: AnyValue | undefined, count: number, fallback: number, node: NodeContext): number {
  if (input === undefined) return fallback
  const given = input.kind === 'tensor' ? numberList(input)[0]! : node.fail('is not a tensor')
  const place = given < 0 ? given + count : given
  return place >= 0 && place <= count ? place : node.fail(`the position ${given} is not in a sequence of ${count}`)
}

const construct: ValueOperator = (inputs, node) => sequence(inputs.map((_, index) => tensorAt(inputs, index, node)))

const at: ValueOperator = (inputs, node) => {
  const items = sequenceAt(inputs, 0, node)
  return [items[placeIn(inputs[1], items.length, 0, node)] ?? node.fail(`is not in a sequence of ${items.length}`, 1)]
}

const insert: ValueOperator = (inputs, node) => {
  const items = sequenceAt(inputs, 0, node)
  return sequence(items.toSpliced(placeIn(inputs[2], items.length, items.length, node), 0, tensorAt(inputs, 1, node)))
}

const erase: ValueOperator = (inputs, node) => {
  const items = sequenceAt(inputs, 0, node)
  return sequence(items.toSpliced(placeIn(inputs[1], items.length, items.length - 1, node), 1))
}

const length: ValueOperator = (inputs, node) => [values('int64', [], BigInt64Array.of(BigInt(sequenceAt(inputs, 0, node).length)))]

/** SplitToSequence-24: parts of one size, of given sizes, or single slices; the latter lose the axis unless `keepdims`. */
const split: ValueOperator = (inputs, node) => {
  const x = tensorAt(inputs, 0, node)
  const axis = axisIn(node.int('axis', 0), x, node)
  const size = x.dims[axis]!
  if (inputs[1] === undefined) {
    const slices = splitAlong(
      x,
      axis,
      wholeAxis(size).map(() => 1),
    )
    if (node.int('keepdims', 1) === 1) return sequence(slices)
    return sequence(
      slices.map((slice) =>
        reshaped(
          slice,
          slice.dims.filter((_, each) => each !== axis),
        ),
      ),
    )
  }
  const given = tensorAt(inputs, 1, node)
  const sizes = numberList(given)
  if (given.dims.length > 0) return sequence(splitAlong(x, axis, sizes))
  const width = sizes[0]!
  return sequence(
    splitAlong(
      x,
      axis,
      wholeAxis(Math.ceil(size / width)).map((index) => Math.min(width, size - index * width)),
    ),
  )
}

const concatFromSequence: ValueOperator = (inputs, node) => {
  const items = sequenceAt(inputs, 0, node)
  const [first] = items
  if (first === undefined) return node.fail('is empty', 0)
  const given = node.int('axis')
  if (node.int('new_axis', 0) === 0) return [concatenate(items, axisIn(given, first, node))]
  const axis = given < 0 ? given + first.dims.length + 1 : given
  const widened = items.map((item) => reshaped(item, item.dims.toSpliced(axis, 0, 1)))
  return [concatenate(widened, axis)]
}

/** SequenceMap-17: the body for each place of the sequences, the outputs collected; tensors are given to each call as they are. */
const map: ValueOperator = async (inputs, node) => {
  const body = node.subgraph('body')
  const count = sequenceAt(inputs, 0, node).length
  const collected: Values[][] = Array.from({ length: node.outputCount }, () => [])
  for (const place of wholeAxis(count)) {
    const given = inputs.map((input) => (input?.kind === 'sequence' ? input.items[place]! : input!))
    for (const [index, result] of (await body(given)).entries()) {
      collected[index]!.push(result.kind === 'tensor' ? result : node.fail('the body gives a value that is no tensor'))
    }
  }
  return collected.flatMap(sequence)
}

const optionalHasElement: ValueOperator = ([input]) => {
  const has = input !== undefined && input.kind !== 'none'
  return [values('bool', [], Float64Array.of(has ? 1 : 0))]
}

/** Sequences and optionals, up to ONNX's operator set 25. */
export const sequences: Family = {
  name: 'sequences',
  operators: {
    ConcatFromSequence: { since: 11, evaluateValues: concatFromSequence },
    Optional: { since: 15, inputs: 0, evaluateValues: ([value]) => [value ?? { kind: 'none' }] },
    OptionalGetElement: {
      since: 15,
      evaluateValues: ([value], node) => [value === undefined || value.kind === 'none' ? node.fail('has no value', 0) : value],
    },
    OptionalHasElement: { since: 15, inputs: 0, evaluateValues: optionalHasElement },
    SequenceAt: { since: 11, inputs: 2, evaluateValues: at },
    SequenceConstruct: { since: 11, evaluateValues: construct },
    SequenceEmpty: {
      since: 11,
      inputs: 0,
      evaluateValues: () => sequence([]),
      refuses: (node) => (dataTypeOf(node.int('dtype', 1)) === null ? 'reference does not hold the element type' : null),
    },
    SequenceErase: { since: 11, evaluateValues: erase },
    SequenceInsert: { since: 11, inputs: 2, evaluateValues: insert },
    SequenceLength: { since: 11, evaluateValues: length },
    SequenceMap: { since: 17, evaluateValues: map },
    SplitToSequence: { since: 11, evaluateValues: split },
  },
}
