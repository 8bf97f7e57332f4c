import { type GraphProto, type NodeProto, TensorProto_DataType as Type } from 'onnx-buf'
import { attributeNamed } from './attributes.ts'

const int64Results = new Set(['Shape', 'Size', 'NonZero', 'ArgMax', 'ArgMin', 'NonMaxSuppression'])
const boolResults = new Set('Equal Greater GreaterOrEqual Less LessOrEqual And Or Not Xor IsNaN IsInf'.split(' '))
/** Operators whose result has the type of another input than the first. */
const typeGivingInput: Readonly<Record<string, number>> = { Where: 1, OneHot: 2, CastLike: 1, DequantizeLinear: 1 }

/**
 * ONNX's number of the element type (onnx.proto, `TensorProto.DataType`) of every value in a graph, by name; 0 where it cannot be told. Follows from each operator's
 * own type constraints (onnx/docs/Operators.md); graphs within nodes are read for what they give alone.
 * @param outer types of the values that an inner graph may read
 */
export function elementTypes(graph: GraphProto, outer: ReadonlyMap<string, number> = new Map()): Map<string, number> {
  const types = new Map(outer)
  for (const { name, dataType } of graph.initializer) types.set(name, dataType)
  for (const { name, type } of graph.input) if (type?.value.case === 'tensorType') types.set(name, type.value.value.elemType)
  for (const node of graph.node) {
    resultTypes(node, types).forEach((type, index) => types.set(node.output[index]!, type))
  }
  return types
}

function resultTypes(node: NodeProto, types: ReadonlyMap<string, number>): number[] {
  const all = (type: number): number[] => node.output.map(() => type)
  const ofInput = (index: number): number => types.get(node.input[index] ?? '') ?? 0
  const { opType } = node
  if (int64Results.has(opType)) return all(Type.INT64)
  if (boolResults.has(opType)) return all(Type.BOOL)
  switch (opType) {
    case 'Cast':
      return all(Number(attributeNamed(node, 'to')?.i ?? 0))
    case 'Constant':
      return all(constantType(node))
    case 'QuantizeLinear':
      return all(ofInput(2) || Number(attributeNamed(node, 'output_dtype')?.i || Type.UINT8))
    case 'DynamicQuantizeLinear':
      return [Type.UINT8, Type.FLOAT, Type.UINT8]
    case 'ConstantOfShape':
      return all(attributeNamed(node, 'value')?.t?.dataType ?? Type.FLOAT)
    case 'TopK':
      return [ofInput(0), Type.INT64]
    case 'MaxPool':
      return [ofInput(0), Type.INT64]
    case 'Dropout':
      return [ofInput(0), Type.BOOL]
    case 'If':
    case 'Loop':
    case 'Scan':
      return innerTypes(node, types)
    default:
      return all(ofInput(typeGivingInput[opType] ?? 0))
  }
}

function constantType(node: NodeProto): number {
  const [attribute] = node.attribute
  switch (attribute?.name) {
    case 'value':
      return attribute.t?.dataType ?? 0
    case 'value_float':
    case 'value_floats':
      return Type.FLOAT
    case 'value_int':
    case 'value_ints':
      return Type.INT64
    default:
      return Type.STRING
  }
}

/** A body gives the node's results behind what steers its loop: a condition in `Loop`. */
function innerTypes(node: NodeProto, types: ReadonlyMap<string, number>): number[] {
  const body = node.attribute.find(({ g }) => g !== undefined)?.g
  if (body === undefined) return node.output.map(() => 0)
  const inner = elementTypes(body, types)
  const given = body.output.map(({ name }) => inner.get(name) ?? 0)
  return node.opType === 'Loop' ? given.slice(1) : given
}
