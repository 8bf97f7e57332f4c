import type { AnyValue, ClaimedOperator, NodeContext, Subgraph, Values } from './operator.ts'
import { OperatorError, UnsupportedOperatorError } from './operator-error.ts'
import type { PreparedGraph, PreparedNode } from './prepare.ts'

/** Computes a node for which there is no operator here. */
export type Fallback = (
  node: PreparedNode,
  inputs: readonly (AnyValue | undefined)[],
  captured: ReadonlyMap<string, AnyValue>,
) => Promise<readonly (AnyValue | undefined)[]>

type Lookup = (name: string) => AnyValue | undefined
const nothing: Lookup = () => undefined

/**
 * Computes a graph's outputs, node by node, and drops each value after its last reader.
 * @param inputs by the graph's own names; those that an initializer gives may be missing
 * @throws {OperatorError} names the node, its operator and the input that is wrong
 */
export function evaluateModel(
  graph: PreparedGraph,
  inputs: ReadonlyMap<string, AnyValue>,
  fallback: Fallback,
): Promise<readonly AnyValue[]> {
  return evaluateGraph(graph, inputs, nothing, fallback)
}

async function evaluateGraph(
  graph: PreparedGraph,
  inputs: ReadonlyMap<string, AnyValue>,
  outer: Lookup,
  fallback: Fallback,
): Promise<readonly AnyValue[]> {
  const computed = new Map(inputs)
  const lookup: Lookup = (name) => computed.get(name) ?? graph.initializers.get(name) ?? outer(name)
  for (const [position, node] of graph.nodes.entries()) {
    const results = await evaluateNode(node, lookup, fallback)
    for (const [index, name] of node.proto.output.entries()) {
      const result = results[index]
      if (name !== '' && result !== undefined) computed.set(name, result)
    }
    for (const name of graph.released[position]!) computed.delete(name)
  }
  return graph.outputs.map(({ name }) => {
    const value = lookup(name)
    if (value === undefined) throw new OperatorError('nothing computes it', { node: name, operator: 'output' })
    return value
  })
}

async function evaluateNode(node: PreparedNode, lookup: Lookup, fallback: Fallback): Promise<readonly (AnyValue | undefined)[]> {
  const { proto, computation, captured } = node
  const inputs = proto.input.map((name) => {
    if (name === '') return undefined
    const value = lookup(name)
    if (value === undefined) throw faultOf(node, 'nothing computes it', name)
    return value
  })
  switch (computation.kind) {
    case 'function': {
      const given = computation.body.inputs.flatMap((name, index) => (inputs[index] === undefined ? [] : [[name, inputs[index]] as const]))
      return evaluateGraph(computation.body, new Map(given), nothing, fallback)
    }
    case 'fallback': {
      const outer = captured.flatMap((name) => {
        const value = lookup(name)
        return value === undefined ? [] : [[name, value] as const]
      })
      return fallback(node, inputs, new Map(outer))
    }
    case 'operator':
      return compute(computation.claimed, inputs, node, contextOf(node, lookup, fallback))
  }
}

async function compute(
  claimed: ClaimedOperator,
  inputs: readonly (AnyValue | undefined)[],
  node: PreparedNode,
  context: NodeContext,
): Promise<readonly (AnyValue | undefined)[]> {
  const { inputs: needed = 1 } = claimed
  for (let index = 0; index < needed; index += 1) if (inputs[index] === undefined) context.fail(`input ${index} is missing`)
  try {
    if ('evaluateValues' in claimed) return await claimed.evaluateValues(inputs, context)
    return claimed.evaluate(
      inputs.map((value, index) => tensorOnly(value, index, context)),
      context,
    )
  } catch (cause) {
    if (cause instanceof OperatorError || cause instanceof UnsupportedOperatorError || !(cause instanceof Error)) throw cause
    throw faultOf(node, cause.message, undefined, cause)
  }
}

function tensorOnly(value: AnyValue | undefined, index: number, context: NodeContext): Values | undefined {
  if (value === undefined || value.kind === 'tensor') return value
  return context.fail(value.kind === 'sequence' ? 'is a sequence, not a tensor' : 'is an optional without a value', index)
}

function contextOf(node: PreparedNode, lookup: Lookup, fallback: Fallback): NodeContext {
  const find = (attribute: string): PreparedGraph =>
    node.subgraphs.get(attribute) ?? raise(faultOf(node, `the attribute '${attribute}' is missing`))
  return {
    ...node.facts,
    subgraphOutputs: (attribute) => find(attribute).outputs,
    subgraph: (attribute): Subgraph => {
      const graph = find(attribute)
      return (inputs) => {
        if (inputs.length !== graph.inputs.length) {
          throw faultOf(node, `the subgraph '${attribute}' takes ${graph.inputs.length} inputs and gets ${inputs.length}`)
        }
        return evaluateGraph(graph, new Map(graph.inputs.map((name, index) => [name, inputs[index]!])), lookup, fallback)
      }
    },
    fail: (what, input) => {
      throw faultOf(node, what, input === undefined ? undefined : (node.proto.input[input] ?? `#${input}`))
    },
  }
}

function faultOf(node: PreparedNode, what: string, input?: string, cause?: unknown): OperatorError {
  return new OperatorError(what, { node: node.facts.name, operator: node.facts.operator, input, cause })
}

function raise(error: Error): never {
  throw error
}
