import { attributeOrInput, axisIn } from '../axes.ts'
import type { Family, NodeContext, Operator, Values } from '../operator.ts'
import { dimsText } from '../shapes.ts'
import { select, wholeAxis } from '../take.ts'
import { numberList } from '../values.ts'
import { zeroOf } from './cutting.ts'

type Mode = (index: number, size: number) => number

/** For a position outside an axis, the position inside whose element stands there; −1 is the constant. */
const modes: Readonly<Record<string, Mode>> = {
  constant: () => -1,
  edge: (index, size) => (index < 0 ? 0 : size - 1),
  // the border itself is not repeated
  reflect: (index, size) => {
    const period = Math.max(1, 2 * (size - 1))
    const within = ((index % period) + period) % period
    return within < size ? within : period - within
  },
  wrap: (index, size) => ((index % size) + size) % size,
}

/** Pad-25. Before version 11 pads and value are attributes, before version 2 the pads are called `paddings`. */
const pad: Operator = ([x, padsInput, valueInput, axesInput], node) => {
  const pads = attributeOrInput(node.opset < 2 ? 'paddings' : 'pads', padsInput, node, 11) ?? node.fail('the pads are missing')
  const axes = axesInput === undefined ? wholeAxis(x!.dims.length) : numberList(axesInput).map((axis) => axisIn(axis, x!, node))
  if (pads.length !== 2 * axes.length) return node.fail(`${pads.length} pads do not fit ${axes.length} axes of ${dimsText(x!.dims)}`, 1)
  const name = node.string('mode', 'constant')
  const mode = modes[name] ?? node.fail(`there is no mode '${name}'`)
  const indexes = x!.dims.map(wholeAxis)
  for (const [position, axis] of axes.entries()) {
    indexes[axis] = paddedAxis(x!.dims[axis]!, pads[position]!, pads[position + axes.length]!, mode, node)
  }
  const fill = node.opset < 11 ? node.float('value', 0) : constantOf(valueInput, x!)
  return [select(x!, indexes, fill)]
}

function paddedAxis(size: number, before: number, after: number, mode: Mode, node: NodeContext): number[] {
  const length = size + before + after
  if (length < 0) return node.fail(`the pads ${before} and ${after} cut more than the axis of ${size} has`, 1)
  if (size === 0 && length > 0 && mode !== modes['constant']) return node.fail('an axis without elements has none to repeat', 0)
  return Array.from({ length }, (_, position) => {
    const index = position - before
    return index >= 0 && index < size ? index : mode(index, size)
  })
}

function constantOf(value: Values | undefined, x: Values): number | bigint | string {
  return value?.data[0] ?? zeroOf(x)
}

/** Pad, up to ONNX's operator set 25. */
export const padding: Family = {
  name: 'padding',
  operators: { Pad: { since: 1, evaluate: pad } },
}
