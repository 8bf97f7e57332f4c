import { clone, create } from '@bufbuild/protobuf'
import {
  type GraphProto,
  type ModelProto,
  ModelProtoSchema,
  type NodeProto,
  NodeProtoSchema,
  type TensorProto,
  TensorProto_DataType as Type,
} from 'onnx-buf'
import { decodeTensor, encodeTensor } from '../tensor/codec.ts'
import { numberToFloat16 } from '../tensor/float16.ts'
import { toNumbers } from '../tensor/numbers.ts'
import { attribute, attributeNamed } from './attributes.ts'
import { elementTypes } from './element-types.ts'
import { graphOf } from './model-file.ts'

/** Operators without float16 in their type constraints (onnx/docs/Operators.md), or with float32 among their other inputs; nodes that hold graphs come to them. */
const singlePrecision = new Set(
  'Range Resize Upsample GridSample AffineGrid STFT DFT MelWeightMatrix QuantizeLinear DequantizeLinear DynamicQuantizeLinear NonMaxSuppression RoiAlign'.split(
    ' ',
  ),
)

/**
 * Finite numbers are kept within ±{@link largest}: a mask of -3.4e38 must stay finite, also after a score or another mask is added. What is not 0 stays above
 * {@link smallest}, so that an epsilon does not vanish (the limits are those of onnxconverter-common's `convert_float_to_float16`).
 */
const largest = 1e4
const smallest = 1e-7

/**
 * The model with float16 in place of float32: weights, constants and computation. Inputs and outputs stay float32, so that whoever runs it needs to know nothing.
 * Operators that have no float16 are computed in float32, between casts.
 */
export function toHalfPrecision(model: ModelProto): ModelProto {
  const converted = clone(ModelProtoSchema, model)
  const graph = graphOf(converted)
  const types = elementTypes(graph)
  const kept = readInSinglePrecisionAlone(graph)
  const isFloat = (name: string): boolean => types.get(name) === Type.FLOAT && !kept.has(name)
  const inputs = graph.input.filter(({ name }) => isFloat(name) && !graph.initializer.some((tensor) => tensor.name === name))
  const renamed = new Map(inputs.map(({ name }) => [name, `${name}/float16`]))
  const outputs = graph.output.filter(({ name }) => isFloat(name)).map(({ name }) => name)
  for (const name of outputs) if (!renamed.has(name)) renamed.set(name, `${name}/float16`)
  const half = (name: string): string => renamed.get(name) ?? name

  graph.initializer = graph.initializer.map((tensor) => (isFloat(tensor.name) ? halfTensor(tensor, half(tensor.name)) : tensor))
  const nodes = inputs.map(({ name }) => cast(name, half(name), Type.FLOAT16))
  for (const node of graph.node) nodes.push(...(isSingle(node) ? inSinglePrecision(node, half, isFloat) : [inHalfPrecision(node, half)]))
  for (const name of outputs) if (!inputs.some((input) => input.name === name)) nodes.push(cast(half(name), name, Type.FLOAT))
  graph.node = nodes
  graph.valueInfo = []
  return converted
}

/** Weights that no other operator reads stay as they are: a rounded scale of `Resize` would give another size. */
function readInSinglePrecisionAlone({ initializer, node: nodes, output }: GraphProto): ReadonlySet<string> {
  const elsewhere = new Set([...nodes.filter((node) => !isSingle(node)).flatMap(({ input }) => input), ...output.map(({ name }) => name)])
  return new Set(initializer.map(({ name }) => name).filter((name) => !elsewhere.has(name)))
}

function isSingle(node: NodeProto): boolean {
  return singlePrecision.has(node.opType) || node.attribute.some(({ g, graphs }) => g !== undefined || graphs.length > 0)
}

function inHalfPrecision(node: NodeProto, half: (name: string) => string): NodeProto {
  node.input = node.input.map(half)
  node.output = node.output.map(half)
  const to = node.opType === 'Cast' ? attributeNamed(node, 'to') : undefined
  if (to?.i === BigInt(Type.FLOAT)) to.i = BigInt(Type.FLOAT16)
  const value = node.opType === 'Constant' || node.opType === 'ConstantOfShape' ? attributeNamed(node, 'value') : undefined
  if (value?.t?.dataType === Type.FLOAT) value.t = halfTensor(value.t, value.t.name)
  if (node.opType === 'ConstantOfShape' && value === undefined)
    node.attribute.push(attribute('value', encodeTensor({ type: 'float16', dims: [1], data: Uint16Array.of(0) }, '')))
  const single = node.opType === 'Constant' ? attributeNamed(node, 'value_float') : undefined
  if (single !== undefined)
    node.attribute = [attribute('value', encodeTensor({ type: 'float16', dims: [], data: Uint16Array.of(rounded(single.f)) }, ''))]
  return node
}

/** The node between casts; what a graph within it reads from outside is cast too. */
function inSinglePrecision(node: NodeProto, half: (name: string) => string, isFloat: (name: string) => boolean): NodeProto[] {
  const [first] = node.output
  const wide = (name: string): string => `${name}/float32/${first}`
  const read = new Set([...node.input, ...innerGraphs(node).flatMap(namesRead)].filter((name) => name !== '' && isFloat(name)))
  const rename = (name: string): string => (read.has(name) ? wide(name) : name)
  const results = node.output.filter((name) => name !== '' && isFloat(name))
  node.input = node.input.map(rename)
  node.output = node.output.map((name) => (results.includes(name) ? wide(name) : name))
  for (const inner of innerGraphs(node)) renameReads(inner, rename)
  return [
    ...[...read].map((name) => cast(half(name), wide(name), Type.FLOAT)),
    node,
    ...results.map((name) => cast(wide(name), half(name), Type.FLOAT16)),
  ]
}

function innerGraphs(node: NodeProto): GraphProto[] {
  return node.attribute.flatMap(({ g, graphs }) => [...(g === undefined ? [] : [g]), ...graphs])
}

/** Names that a graph reads and does not define. */
function namesRead(graph: GraphProto): string[] {
  const own = new Set([
    ...graph.input.map(({ name }) => name),
    ...graph.initializer.map(({ name }) => name),
    ...graph.node.flatMap(({ output }) => output),
  ])
  const read = [
    ...graph.node.flatMap((node) => [...node.input, ...innerGraphs(node).flatMap(namesRead)]),
    ...graph.output.map(({ name }) => name),
  ]
  return read.filter((name) => !own.has(name))
}

function renameReads(graph: GraphProto, rename: (name: string) => string): void {
  const own = new Set([
    ...graph.input.map(({ name }) => name),
    ...graph.initializer.map(({ name }) => name),
    ...graph.node.flatMap(({ output }) => output),
  ])
  const outer = (name: string): string => (own.has(name) ? name : rename(name))
  for (const node of graph.node) {
    node.input = node.input.map(outer)
    for (const inner of innerGraphs(node)) renameReads(inner, outer)
  }
  for (const output of graph.output) output.name = outer(output.name)
}

function cast(from: string, to: string, type: number): NodeProto {
  return create(NodeProtoSchema, { opType: 'Cast', name: `${to}/Cast`, input: [from], output: [to], attribute: [attribute('to', type)] })
}

function halfTensor(tensor: TensorProto, name: string): TensorProto {
  const { dims } = decodeTensor(tensor)
  return encodeTensor({ type: 'float16', dims, data: Uint16Array.from(toNumbers(decodeTensor(tensor)), rounded) }, name)
}

function rounded(value: number): number {
  if (!Number.isFinite(value) || value === 0) return numberToFloat16(value)
  const size = Math.min(largest, Math.max(smallest, Math.abs(value)))
  return numberToFloat16(Math.sign(value) * size)
}
