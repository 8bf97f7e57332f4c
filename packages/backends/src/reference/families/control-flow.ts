import type { ValueInfo } from '@vitest-hardware/onnx-graph'
import type { AnyValue, Family, NodeContext, ValueOperator, Values } from '../operator.ts'
import { axisIn } from '../axes.ts'
import { sizeOf } from '../shapes.ts'
import { concatenate, type Elements, select, wholeAxis } from '../take.ts'
import { emptyData, numberList, reshaped, values } from '../values.ts'

function tensorAt(inputs: readonly (AnyValue | undefined)[], index: number, node: NodeContext): Values | undefined {
  const value = inputs[index]
  return value === undefined || value.kind === 'tensor' ? value : node.fail('is not a tensor', index)
}

/** If-25. */
const choose: ValueOperator = (inputs, node) => {
  const condition = tensorAt(inputs, 0, node)!
  if (condition.data.length !== 1) return node.fail(`has ${condition.data.length} elements, not one`, 0)
  return node.subgraph(condition.data[0] === 0 ? 'else_branch' : 'then_branch')([])
}

/** Loop-25: at most `M` times, while the condition holds; what the body gives besides its state is stacked along a new first axis. */
const loop: ValueOperator = async (inputs, node) => {
  const limit = tensorAt(inputs, 0, node)
  const condition = tensorAt(inputs, 1, node)
  const body = node.subgraph('body')
  const most = limit === undefined ? Infinity : numberList(limit)[0]!
  let state = inputs.slice(2).map((value, index) => value ?? node.fail('is missing', index + 2))
  const stacks: Values[][] = Array.from({ length: node.outputCount - state.length }, () => [])
  let goesOn = condition === undefined || condition.data[0] !== 0
  for (let iteration = 0; iteration < most && goesOn; iteration += 1) {
    const count = values('int64', [], BigInt64Array.of(BigInt(iteration)))
    const results = await body([count, values('bool', [], Float64Array.of(goesOn ? 1 : 0)), ...state])
    const [next, ...rest] = results
    goesOn = next?.kind === 'tensor' && next.data[0] !== 0
    state = rest.slice(0, state.length)
    for (const [index, stack] of stacks.entries()) stack.push(stackable(rest[state.length + index], node))
  }
  const declared = node.subgraphOutputs('body').slice(1 + state.length)
  return [...state, ...stacks.map((stack, index) => (stack.length > 0 ? stacked(stack, 0) : nothingOf(declared[index]!, 0, node)))]
}

function stackable(value: AnyValue | undefined, node: NodeContext): Values {
  return value?.kind === 'tensor' ? value : node.fail('the body gives a scanned output that is no tensor')
}

/** No tensors along a new axis, as the body declares them; sizes that it leaves open are 0. */
function nothingOf({ name, value }: ValueInfo, axis: number, node: NodeContext): Values {
  if (value.kind !== 'tensor' || value.type === 'unsupported') return node.fail(`the body does not declare the type of '${name}'`)
  const sizes = (value.dims ?? []).map((size) => (typeof size === 'number' ? size : 0))
  return values(value.type, sizes.toSpliced(axis < 0 ? axis + sizes.length + 1 : axis, 0, 0), emptyData(value.type, 0))
}

/** Tensors of one shape along a new axis; at least one. */
function stacked(parts: readonly Values[], axis: number): Values {
  const [first] = parts
  const dims = [...first!.dims.slice(0, axis), 1, ...first!.dims.slice(axis)]
  return concatenate(
    parts.map((part) => reshaped(part, dims)),
    axis,
  )
}

function slicesOf(x: Values, axis: number): Values[] {
  return wholeAxis(x.dims[axis]!).map((index) => {
    const slice = select(
      x,
      x.dims.map((size, each) => (each === axis ? [index] : wholeAxis(size))),
    )
    return reshaped(
      slice,
      x.dims.filter((_, each) => each !== axis),
    )
  })
}

interface ScanPlan {
  readonly inputAxes: readonly number[]
  readonly outputAxes: readonly number[]
  readonly inputBackwards: readonly boolean[]
  readonly outputBackwards: readonly boolean[]
}

/** One pass of Scan over the slices of the scanned inputs. */
async function scanOnce(state: readonly Values[], scanned: readonly Values[], plan: ScanPlan, node: NodeContext): Promise<Values[]> {
  const body = node.subgraph('body')
  const slices = scanned.map((x, index) => {
    const ordered = slicesOf(x, axisIn(plan.inputAxes[index] ?? 0, x, node, state.length + index))
    return plan.inputBackwards[index] === true ? ordered.reverse() : ordered
  })
  const length = slices[0]?.length ?? 0
  if (slices.some((each) => each.length !== length)) return node.fail('the scanned inputs have different lengths')
  const stacks: Values[][] = Array.from({ length: node.outputCount - state.length }, () => [])
  let current = state
  for (let step = 0; step < length; step += 1) {
    const results = (await body([...current, ...slices.map((each) => each[step]!)])).map((value) => stackable(value, node))
    current = results.slice(0, state.length)
    for (const [index, stack] of stacks.entries()) {
      if (plan.outputBackwards[index] === true) stack.unshift(results[state.length + index]!)
      else stack.push(results[state.length + index]!)
    }
  }
  const declared = node.subgraphOutputs('body').slice(state.length)
  const outputs = stacks.map((stack, index) => {
    const axis = plan.outputAxes[index] ?? 0
    const [first] = stack
    if (first === undefined) return nothingOf(declared[index]!, axis, node)
    return stacked(stack, axis < 0 ? axis + first.dims.length + 1 : axis)
  })
  return [...current, ...outputs]
}

/** Scan-25; version 8 scans each entry of a batch for itself, along axis 1. */
const scan: ValueOperator = async (inputs, node) => {
  const legacy = node.opset < 9
  const given = (legacy ? inputs.slice(1) : inputs).map((_, index) => tensorAt(inputs, index + (legacy ? 1 : 0), node)!)
  const stateCount = given.length - node.int('num_scan_inputs')
  const backwards = (attribute: string): boolean[] => (node.ints(attribute, []) as readonly number[]).map((direction) => direction === 1)
  const [state, scanned] = [given.slice(0, stateCount), given.slice(stateCount)]
  if (!legacy) {
    const plan = {
      inputAxes: node.ints('scan_input_axes', []),
      outputAxes: node.ints('scan_output_axes', []),
      inputBackwards: backwards('scan_input_directions'),
      outputBackwards: backwards('scan_output_directions'),
    }
    return scanOnce(state, scanned, plan, node)
  }
  const plan = { inputAxes: [], outputAxes: [], inputBackwards: backwards('directions'), outputBackwards: [] }
  const lengths = inputs[0] === undefined ? [] : numberList(tensorAt(inputs, 0, node)!)
  const perBatch: Values[][] = []
  for (const batch of wholeAxis(given[0]!.dims[0]!)) {
    const entry = (x: Values): Values => slicesOf(x, 0)[batch]!
    const cut = (x: Values): Values =>
      select(
        x,
        x.dims.map((size, axis) => wholeAxis(axis === 0 ? (lengths[batch] ?? size) : size)),
      )
    perBatch.push(
      await scanOnce(
        state.map(entry),
        scanned.map((x) => cut(entry(x))),
        plan,
        node,
      ),
    )
  }
  return perBatch[0]!.map((_, index) => stacked(padToLongest(perBatch.map((results) => results[index]!)), 0))
}

/** Shorter entries of a batch end with zeros. */
function padToLongest(parts: readonly Values[]): Values[] {
  const longest = Math.max(...parts.map((part) => part.dims[0] ?? 1))
  return parts.map((part) => {
    if (part.dims.length === 0 || part.dims[0] === longest) return part
    const rest = sizeOf(part.dims, 1)
    const data = emptyData(part.type, longest * rest) as Elements
    for (let index = 0; index < part.data.length; index += 1) data[index] = part.data[index]!
    return values(part.type, [longest, ...part.dims.slice(1)], data as Values['data'])
  })
}

/** Operators that run subgraphs, up to ONNX's operator set 25. */
export const controlFlow: Family = {
  name: 'control flow',
  operators: {
    If: { since: 1, evaluateValues: choose },
    Loop: { since: 1, inputs: 0, evaluateValues: loop },
    Scan: { since: 8, inputs: 0, evaluateValues: scan },
  },
}
