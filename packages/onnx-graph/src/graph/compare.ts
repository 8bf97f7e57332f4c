import {
  type AttributeProto,
  AttributeProto_AttributeType,
  type GraphProto,
  type ModelProto,
  type NodeProto,
  type TensorProto,
  TensorProto_DataType,
} from 'onnx-buf'
import { decodeTensor } from '../tensor/codec.ts'
import { toNumbers } from '../tensor/numbers.ts'
import { modelInputs } from './model-file.ts'

/**
 * What the graph of a model has otherwise than that of another, one line for each; empty where nothing differs. Numbers of weights and the names of values within
 * the graph are free: weights may be trained further, and exporters name values as they like. Operators, attributes, wiring, single numbers and whole numbers among
 * the constants, element types and shapes of weights, and the model's inputs and outputs are not.
 * @param most lines at most. @default 8
 */
export function graphDifferences(actual: ModelProto, expected: ModelProto, most = 8): readonly string[] {
  const [own, other] = [actual.graph, expected.graph]
  if (own === undefined || other === undefined) return own === other ? [] : ['one of the models has no graph']
  const lines = [...interfaceDifferences(own, other), ...typeDifferences(actual, expected), ...operatorDifferences(own, other)]
  // nodes can be laid beside each other only where they are the same operators in the same order
  if (lines.length === 0) lines.push(...nodeDifferences(own, other))
  return lines.length > most ? [...lines.slice(0, most), `and ${lines.length - most} more`] : lines
}

function interfaceDifferences(own: GraphProto, other: GraphProto): string[] {
  return (['input', 'output'] as const).flatMap((side) => {
    const names = (graph: GraphProto): string => graph[side].map(({ name }) => name).join(', ')
    return names(own) === names(other) ? [] : [`${side}s are ${names(own)}, expected ${names(other)}`]
  })
}

function typeDifferences(actual: ModelProto, expected: ModelProto): string[] {
  const types = (model: ModelProto): Map<string, string> => new Map(modelInputs(model).map(({ name, value }) => [name, value.onnxType]))
  const wanted = types(expected)
  const lines = [...types(actual)]
    .filter(([name, type]) => wanted.has(name) && wanted.get(name) !== type)
    .map(([name, type]) => `input '${name}' is ${type}, expected ${wanted.get(name)}`)
  const opsets = ({ opsetImport }: ModelProto): string =>
    opsetImport
      .map(({ domain, version }) => `${domain === '' ? 'ai.onnx' : domain} ${version}`)
      .sort()
      .join(', ')
  return opsets(actual) === opsets(expected) ? lines : [...lines, `operator sets are ${opsets(actual)}, expected ${opsets(expected)}`]
}

function operatorDifferences(own: GraphProto, other: GraphProto): string[] {
  const counts = (graph: GraphProto): Map<string, number> => {
    const found = new Map<string, number>()
    for (const node of graph.node) found.set(operatorOf(node), (found.get(operatorOf(node)) ?? 0) + 1)
    return found
  }
  const [mine, theirs] = [counts(own), counts(other)]
  const lines = [...new Set([...mine.keys(), ...theirs.keys()])]
    .sort()
    .filter((operator) => mine.get(operator) !== theirs.get(operator))
    .map((operator) => `${operator} stands ${mine.get(operator) ?? 0} times in the graph, expected ${theirs.get(operator) ?? 0}`)
  if (lines.length > 0) return lines
  const index = own.node.findIndex((node, place) => operatorOf(node) !== operatorOf(other.node[place]!))
  return index === -1 ? [] : [`node ${index} is ${nodeLabel(own.node[index]!)}, expected ${nodeLabel(other.node[index]!)}`]
}

function nodeDifferences(own: GraphProto, other: GraphProto): string[] {
  const lines: string[] = []
  const named = new Map<string, string>(own.input.map(({ name }) => [name, name]))
  const [mine, theirs] = [weightsOf(own), weightsOf(other)]
  own.node.forEach((node, place) => {
    const wanted = other.node[place]!
    lines.push(...attributeDifferences(node, wanted))
    for (let input = 0; input < Math.max(node.input.length, wanted.input.length); input++) {
      const [name, expected] = [node.input[input] ?? '', wanted.input[input] ?? '']
      const line = inputDifference({ name, expected, weight: mine.get(name), wantedWeight: theirs.get(expected), named })
      if (line !== null) lines.push(`${nodeLabel(node)}: input ${input} ${line}`)
    }
    node.output.forEach((name, output) => named.set(name, wanted.output[output] ?? ''))
  })
  return lines
}

interface ReadValues {
  readonly name: string
  readonly expected: string
  readonly weight: TensorProto | undefined
  readonly wantedWeight: TensorProto | undefined
  /** Values of the one graph by those of the other that stand in the same place. */
  readonly named: Map<string, string>
}

function inputDifference({ name, expected, weight, wantedWeight, named }: ReadValues): string | null {
  if (weight !== undefined && wantedWeight !== undefined) {
    if (shapeOf(weight) !== shapeOf(wantedWeight)) return `is a weight of ${shapeOf(weight)}, expected ${shapeOf(wantedWeight)}`
    if (isConstant(weight) && valuesText(weight) !== valuesText(wantedWeight))
      return `is ${valuesText(weight)}, expected ${valuesText(wantedWeight)}`
    // the same weight must be read in the same places
    const known = named.get(name)
    if (known !== undefined && known !== expected) return `reads the weight '${name}', expected what stands in the place of '${expected}'`
    named.set(name, expected)
    return null
  }
  const mapped = name === '' ? '' : named.get(name)
  return mapped === expected ? null : `reads '${name}', expected what stands in the place of '${expected}'`
}

function attributeDifferences(node: NodeProto, wanted: NodeProto): string[] {
  const values = ({ attribute }: NodeProto): Map<string, string> => new Map(attribute.map((each) => [each.name, attributeText(each)]))
  const [mine, theirs] = [values(node), values(wanted)]
  return [...new Set([...mine.keys(), ...theirs.keys()])]
    .sort()
    .filter((name) => mine.get(name) !== theirs.get(name))
    .map((name) => `${nodeLabel(node)}: ${name} is ${mine.get(name) ?? 'absent'}, expected ${theirs.get(name) ?? 'absent'}`)
}

function attributeText(value: AttributeProto): string {
  switch (value.type) {
    case AttributeProto_AttributeType.FLOAT:
      return String(Number(value.f.toPrecision(7)))
    case AttributeProto_AttributeType.INT:
      return String(value.i)
    case AttributeProto_AttributeType.STRING:
      return JSON.stringify(new TextDecoder().decode(value.s))
    case AttributeProto_AttributeType.FLOATS:
      return `[${value.floats.map((each) => Number(each.toPrecision(7))).join(', ')}]`
    case AttributeProto_AttributeType.INTS:
      return `[${value.ints.join(', ')}]`
    case AttributeProto_AttributeType.STRINGS:
      return JSON.stringify(value.strings.map((each) => new TextDecoder().decode(each)))
    case AttributeProto_AttributeType.GRAPH:
      return `a graph of ${(value.g?.node ?? []).map(nodeText).join(', ')}`
    default:
      return `of type ${value.type}`
  }
}

/** What a graph computes with by its architecture, not by its training: single numbers such as an epsilon or a mask's, and whole numbers such as shapes and axes. */
function isConstant({ dataType, dims }: TensorProto): boolean {
  const count = dims.reduce((product, dim) => product * Number(dim), 1)
  return wholeTypes.has(dataType) ? count <= 64 : dataType === float32 && count === 1
}

const float32: number = TensorProto_DataType.FLOAT
const wholeTypes: ReadonlySet<number> = new Set([TensorProto_DataType.INT64, TensorProto_DataType.INT32, TensorProto_DataType.BOOL])

function valuesText(tensor: TensorProto): string {
  const numbers = Array.from(toNumbers(decodeTensor(tensor)), (value) => Number(value.toPrecision(7)))
  return numbers.length === 1 ? String(numbers[0]) : `[${numbers.join(', ')}]`
}

function weightsOf(graph: GraphProto): Map<string, TensorProto> {
  return new Map(graph.initializer.map((weight) => [weight.name, weight]))
}

function shapeOf({ dataType, dims }: TensorProto): string {
  return `${dataType}[${dims.join(', ')}]`
}

/** A node of a graph within a graph: its operator, how many inputs it is given, and its attributes. */
function nodeText(node: NodeProto): string {
  const attributes = node.attribute.map((each) => `${each.name}=${attributeText(each)}`).sort()
  return `${operatorOf(node)}(${[node.input.filter((name) => name !== '').length, ...attributes].join(' ')})`
}

function operatorOf({ domain, opType }: NodeProto): string {
  return domain === '' || domain === 'ai.onnx' ? opType : `${domain}.${opType}`
}

function nodeLabel(node: NodeProto): string {
  return node.name === '' ? `${operatorOf(node)} that gives '${node.output[0] ?? ''}'` : `${operatorOf(node)} '${node.name}'`
}
