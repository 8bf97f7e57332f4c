import { readFile } from 'node:fs/promises'
import { graphOf, parseModel } from '@vitest-hardware/onnx-graph'
import type { NodeProto } from 'onnx-buf'
import type { FallbackNode, ModelSource } from '../backend.ts'
import { type PlacedNode, type Placement, placementOf } from './placement.ts'

/**
 * The placement where there is nothing to find out: one provider takes every node of the model but those that are known to fall back.
 * Nodes are those of the model itself, not of an optimized graph.
 * @param fallback who executes the others
 */
export async function declaredPlacement(
  model: ModelSource,
  provider: string,
  fallbackNodes: readonly FallbackNode[] = [],
  fallback = 'CPU',
): Promise<Placement> {
  const bytes = 'path' in model ? await readFile(model.path) : model.bytes
  const elsewhere = new Set(fallbackNodes.map(({ node }) => node))
  const nodes = graphOf(parseModel(bytes, 'path' in model ? model.path : 'the model')).node.map((node): PlacedNode => {
    const name = nameOf(node)
    return { node: name, operator: operatorOf(node), provider: elsewhere.has(name) ? fallback : provider }
  })
  return placementOf(provider, nodes, 0, fallbackNodes)
}

function nameOf(node: NodeProto): string {
  return node.name === '' ? (node.output[0] ?? '') : node.name
}

function operatorOf(node: NodeProto): string {
  return node.domain === '' || node.domain === 'ai.onnx' ? node.opType : `${node.domain}.${node.opType}`
}
