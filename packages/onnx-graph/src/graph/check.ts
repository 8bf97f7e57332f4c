import type { GraphProto, ModelProto } from 'onnx-buf'
import { graphOf } from './model-file.ts'

/**
 * What is structurally wrong with a model, one sentence each; empty when nothing is.
 * The rules are those of ONNX's IR specification (onnx/docs/IR.md): single assignment, topological order, declared operator sets.
 * Operators' own schemas are left to the runtime.
 */
export function checkModel(model: ModelProto): string[] {
  const issues: string[] = []
  const domains = new Set(model.opsetImport.map((opset) => opset.domain))
  if (model.irVersion < 1n) issues.push('the model has no IR version')
  if (!domains.has('') && !domains.has('ai.onnx')) issues.push('the model imports no default operator set')
  const localFunctions = new Set(model.functions.map((fn) => fn.domain))
  checkGraph(
    graphOf(model),
    new Set(),
    (domain) => domains.has(domain) || localFunctions.has(domain) || (domain === 'ai.onnx' && domains.has('')),
    issues,
  )
  return issues
}

function checkGraph(graph: GraphProto, outer: ReadonlySet<string>, isImported: (domain: string) => boolean, issues: string[]): void {
  const defined = new Set<string>()
  const define = (name: string, by: string): void => {
    if (defined.has(name)) issues.push(`${by} defines ${JSON.stringify(name)}, which is defined already`)
    defined.add(name)
  }
  for (const tensor of graph.initializer) define(tensor.name, 'an initializer')
  // an input may repeat an initializer's name: the initializer is then its default
  for (const input of graph.input) defined.add(input.name)
  for (const node of graph.node) {
    const label = `node ${JSON.stringify(node.name || node.opType)}`
    if (!isImported(node.domain))
      issues.push(`${label} uses the operator set ${JSON.stringify(node.domain)}, which the model does not import`)
    for (const input of node.input) {
      if (input !== '' && !defined.has(input) && !outer.has(input))
        issues.push(`${label} reads ${JSON.stringify(input)}, which nothing before it defines`)
    }
    const inner = node.attribute.flatMap((item) => [...(item.g ? [item.g] : []), ...item.graphs])
    // a copy of what is visible for every node would take a large model a second
    const visible = inner.length === 0 ? outer : new Set([...outer, ...defined])
    for (const subgraph of inner) checkGraph(subgraph, visible, isImported, issues)
    for (const output of node.output) if (output !== '') define(output, label)
  }
  for (const output of graph.output) {
    if (!defined.has(output.name) && !outer.has(output.name)) issues.push(`the output ${JSON.stringify(output.name)} is never defined`)
  }
}
