import { axisIn } from '../axes.ts'
import { wrapInteger } from '../integers.ts'
import type { Family, NodeContext, Operator, Values } from '../operator.ts'
import { dimsText, sizeOf } from '../shapes.ts'
import type { Elements } from '../take.ts'
import { numberList, values } from '../values.ts'
import { elementOffsets, sliceOffsets } from './gathering.ts'

type Element = number | bigint | string
type Write = (data: Elements, offset: number, update: Element) => void

const writers: Readonly<Record<string, (old: number, update: number) => number>> = {
  add: (old, update) => old + update,
  mul: (old, update) => old * update,
  max: Math.max,
  min: Math.min,
}
const bigWriters: Readonly<Record<string, (old: bigint, update: bigint) => bigint>> = {
  add: (old, update) => old + update,
  mul: (old, update) => old * update,
  max: (old, update) => (update > old ? update : old),
  min: (old, update) => (update < old ? update : old),
}

/** How an update meets the element that is there: it replaces it, or by the attribute `reduction`. */
function writer(x: Values, node: NodeContext): Write {
  const name = node.string('reduction', 'none')
  if (name === 'none') {
    return (data, offset, update) => {
      data[offset] = update
    }
  }
  const combineNumbers = writers[name] ?? node.fail(`there is no reduction '${name}'`)
  const combineBigs = bigWriters[name]!
  const wrap = wrapInteger(x.type)
  return (data, offset, update) => {
    const old = data[offset]!
    if (typeof old === 'bigint' && typeof update === 'bigint') data[offset] = combineBigs(old, update)
    else if (typeof old === 'number' && typeof update === 'number') data[offset] = wrap(combineNumbers(old, update))
    else node.fail('strings cannot be reduced', 0)
  }
}

function sameType(x: Values, updates: Values, node: NodeContext): void {
  if (x.type !== updates.type) node.fail(`is ${updates.type}, but the data is ${x.type}`, 2)
}

function copied(x: Values): Elements {
  return x.data.slice()
}

/** ScatterElements-18; Scatter-9 is the same without a reduction. */
const scatterElements: Operator = ([x, indices, updates], node) => {
  sameType(x!, updates!, node)
  const axis = axisIn(node.int('axis', 0), x!, node)
  if (updates!.data.length !== indices!.data.length)
    return node.fail(`has the shape ${dimsText(updates!.dims)}, the indexes ${dimsText(indices!.dims)}`, 2)
  const write = writer(x!, node)
  const data = copied(x!)
  for (const [element, offset] of elementOffsets(x!.dims, indices!, axis, node).entries()) write(data, offset, updates!.data[element]!)
  return [values(x!.type, x!.dims, data as Values['data'])]
}

/** ScatterND-18. */
const scatterNd: Operator = ([x, indices, updates], node) => {
  sameType(x!, updates!, node)
  const { offsets, width } = sliceOffsets(x!, indices!, 0, node)
  if (updates!.data.length !== offsets.length * width)
    return node.fail(`has the shape ${dimsText(updates!.dims)} for ${offsets.length} slices of ${width} elements`, 2)
  const write = writer(x!, node)
  const data = copied(x!)
  for (const [tuple, offset] of offsets.entries()) {
    for (let column = 0; column < width; column += 1) write(data, offset + column, updates!.data[tuple * width + column]!)
  }
  return [values(x!.type, x!.dims, data as Values['data'])]
}

/** TensorScatter-24: writes `update` into a cache along an axis, from each batch's own position on. */
const tensorScatter: Operator = ([cache, update, starts], node) => {
  sameType(cache!, update!, { ...node })
  const axis = axisIn(node.int('axis', -2), cache!, node)
  const circular = node.string('mode', 'linear') === 'circular'
  const [size, length] = [cache!.dims[axis]!, update!.dims[axis]!]
  const [outer, inner] = [sizeOf(cache!.dims, 0, axis), sizeOf(cache!.dims, axis + 1)]
  const perBatch = sizeOf(cache!.dims, 1, axis)
  const positions = starts === undefined ? [] : numberList(starts)
  const data = copied(cache!)
  for (let row = 0; row < outer; row += 1) {
    const start = positions[Math.floor(row / perBatch)] ?? 0
    if (!circular && start + length > size) return node.fail(`${length} entries from ${start} on do not fit into ${size}`, 1)
    for (let entry = 0; entry < length; entry += 1) {
      const at = (row * size + ((start + entry) % size)) * inner
      for (let column = 0; column < inner; column += 1) data[at + column] = update!.data[(row * length + entry) * inner + column]!
    }
  }
  return [values(cache!.type, cache!.dims, data as Values['data'])]
}

/** Writing by index, up to ONNX's operator set 25. */
export const scattering: Family = {
  name: 'scattering',
  operators: {
    Scatter: { since: 9, inputs: 3, evaluate: scatterElements },
    ScatterElements: { since: 11, inputs: 3, evaluate: scatterElements },
    ScatterND: { since: 11, inputs: 3, evaluate: scatterNd },
    TensorScatter: { since: 24, inputs: 2, evaluate: tensorScatter },
  },
}
