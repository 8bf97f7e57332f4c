import { graphOf, readValueInfo, type ValueInfo } from '@vitest-hardware/onnx-graph'
import type { AttributeProto, FunctionProto, GraphProto, ModelProto, NodeProto } from 'onnx-buf'
import { decodeSparseValues, decodeValues } from './decode-values.ts'
import { nodeFacts } from './node-facts.ts'
import type { ClaimedOperator, NodeFacts, Values } from './operator.ts'
import { claimOf } from './operators.ts'
import { scheduleNodes } from './schedule.ts'

/** How a node is computed. */
export type Computation =
  | { readonly kind: 'operator'; readonly claimed: ClaimedOperator }
  | { readonly kind: 'function'; readonly body: PreparedGraph }
  | { readonly kind: 'fallback'; readonly reason: string }

export interface PreparedNode {
  /** As in the model, but with references to a function's parameters resolved. */
  readonly proto: NodeProto
  readonly facts: NodeFacts
  readonly computation: Computation
  readonly subgraphs: ReadonlyMap<string, PreparedGraph>
  /** Values of this graph and of outer ones that the node's subgraphs read. */
  readonly captured: readonly string[]
}

export interface PreparedGraph {
  readonly inputs: readonly string[]
  readonly outputs: readonly ValueInfo[]
  /** In the order of evaluation: each node as late as its readers allow, so that little is alive at once. */
  readonly nodes: readonly PreparedNode[]
  /** For each node, the values that nothing reads after it. */
  readonly released: readonly (readonly string[])[]
  readonly initializers: ReadonlyMap<string, Values>
  /** Names that it reads from outer graphs. */
  readonly captured: readonly string[]
}

interface Surroundings {
  readonly opsets: ReadonlyMap<string, number>
  readonly functions: ReadonlyMap<string, FunctionProto>
  /** Attributes of the call, where this is a function's body. */
  readonly parameters: ReadonlyMap<string, AttributeProto> | null
}

export function prepareModel(model: ModelProto): PreparedGraph {
  const functions = new Map(model.functions.map((fn) => [functionKey(fn.domain, fn.name, fn.overload), fn]))
  return prepareGraph(graphOf(model), { opsets: opsetsOf(model.opsetImport), functions, parameters: null })
}

/** Nodes that no operator here computes, those of subgraphs and functions included, in order of evaluation. */
export function unsupportedNodes(graph: PreparedGraph): { readonly facts: NodeFacts; readonly reason: string }[] {
  return graph.nodes.flatMap(({ facts, computation, subgraphs }) => {
    if (computation.kind === 'fallback') return [{ facts, reason: computation.reason }]
    const inner = computation.kind === 'function' ? [computation.body] : [...subgraphs.values()]
    return inner.flatMap(unsupportedNodes)
  })
}

function prepareGraph(graph: GraphProto, around: Surroundings): PreparedGraph {
  const initializers = new Map([
    ...graph.initializer.map((tensor) => [tensor.name, decodeValues(tensor)] as const),
    ...graph.sparseInitializer.map((tensor) => [tensor.values?.name ?? '', decodeSparseValues(tensor)] as const),
  ])
  return assemble(
    graph.node,
    graph.input.map(({ name }) => name),
    graph.output.map(readValueInfo),
    initializers,
    around,
  )
}

function assemble(
  protos: readonly NodeProto[],
  inputs: readonly string[],
  outputs: readonly ValueInfo[],
  initializers: ReadonlyMap<string, Values>,
  around: Surroundings,
): PreparedGraph {
  const prepared = protos.map((proto) => prepareNode(proto, around))
  const { order, released } = scheduleNodes(
    prepared.map(({ proto, captured }) => ({ reads: [...proto.input, ...captured], writes: proto.output })),
    outputs.map(({ name }) => name),
  )
  const own = new Set([...inputs, ...initializers.keys(), ...protos.flatMap(({ output }) => output), ''])
  const reads = [...prepared.flatMap(({ proto, captured }) => [...proto.input, ...captured]), ...outputs.map(({ name }) => name)]
  return {
    inputs,
    outputs,
    nodes: order.map((index) => prepared[index]!),
    released,
    initializers,
    captured: [...new Set(reads.filter((name) => !own.has(name)))],
  }
}

function prepareNode(proto: NodeProto, around: Surroundings): PreparedNode {
  const attributes = resolveReferences(proto.attribute, around.parameters)
  const domain = proto.domain === 'ai.onnx' ? '' : proto.domain
  const facts = nodeFacts(proto, attributes, around.opsets.get(domain) ?? 1)
  const subgraphs = new Map(
    attributes.flatMap((attribute) => (attribute.g === undefined ? [] : [[attribute.name, prepareGraph(attribute.g, around)] as const])),
  )
  const captured = [...new Set([...subgraphs.values()].flatMap((graph) => graph.captured))]
  const computation = computationOf(proto, facts, attributes, around)
  return { proto: around.parameters === null ? proto : { ...proto, attribute: [...attributes] }, facts, computation, subgraphs, captured }
}

function computationOf(proto: NodeProto, facts: NodeFacts, attributes: readonly AttributeProto[], around: Surroundings): Computation {
  const fn = around.functions.get(functionKey(proto.domain, proto.opType, proto.overload))
  if (fn !== undefined) return { kind: 'function', body: prepareFunction(fn, attributes, around) }
  const claim = claimOf(facts)
  return typeof claim === 'string' ? { kind: 'fallback', reason: claim } : { kind: 'operator', claimed: claim }
}

/** A function's body with the attributes of one call (onnx/docs/IR.md, "Functions"). */
function prepareFunction(fn: FunctionProto, given: readonly AttributeProto[], around: Surroundings): PreparedGraph {
  const parameters = new Map([...fn.attributeProto, ...given].map((attribute) => [attribute.name, attribute]))
  const outputs = fn.output.map((name): ValueInfo => ({
    name,
    value: { kind: 'tensor', type: 'unsupported', onnxType: 'untyped', dims: null },
  }))
  return assemble(fn.node, fn.input, outputs, new Map(), { ...around, opsets: opsetsOf(fn.opsetImport), parameters })
}

/** An attribute that refers to a parameter which the call leaves out is left out as well. */
function resolveReferences(attributes: readonly AttributeProto[], parameters: Surroundings['parameters']): readonly AttributeProto[] {
  if (parameters === null) return attributes
  return attributes.flatMap((attribute) => {
    if (attribute.refAttrName === '') return [attribute]
    const parameter = parameters.get(attribute.refAttrName)
    return parameter === undefined ? [] : [{ ...parameter, name: attribute.name }]
  })
}

function opsetsOf(imports: ModelProto['opsetImport']): Map<string, number> {
  return new Map(imports.map(({ domain, version }) => [domain === 'ai.onnx' ? '' : domain, Number(version)]))
}

function functionKey(domain: string, name: string, overload: string): string {
  return `${domain}\n${name}\n${overload}`
}
