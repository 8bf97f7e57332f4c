import { UsageError } from '@vitest-hardware/contracts'
import type { Tensors } from '@vitest-hardware/onnx-graph'
import type { Backend, FallbackNode, ModelSource, OpenOptions } from '../backend.ts'
import { NodeFallbackError } from '../errors.ts'
import { declaredPlacement } from './declared-nodes.ts'
import type { Placement } from './placement.ts'

/**
 * Finds out which provider executes which node of a model, by one run of a session of its own. On ONNX Runtime for Node that is read
 * from the runtime's profile; onnxruntime-web's `wasm` has one provider, and `reference` knows from loading.
 * @throws {ModelLoadError | RunError} where the model does not load or run
 * @throws {UsageError} a backend that does not tell
 */
export async function nodePlacement(backend: Backend, model: ModelSource, feeds: Tensors, options: OpenOptions = {}): Promise<Placement> {
  if (backend.placement !== undefined) return backend.placement(model, feeds, options)
  await using session = await backend.open(model, options)
  if (session.fallbackNodes !== undefined) return declaredPlacement(model, backend.name, session.fallbackNodes)
  throw new UsageError(`the backend ${backend.name} does not tell which nodes it executes itself`, {
    input: backend.name,
    nextStep: 'give the backend a `placement` method, or its sessions `fallbackNodes`',
  })
}

/**
 * Fails where nodes fell back.
 * @throws {NodeFallbackError} lists them
 */
export function requireNoNodeFallback(backend: Pick<Backend, 'name'>, placement: Placement, model: string): void {
  const { fallbackNodes, nodes } = placement
  if (fallbackNodes.length > 0) throw nodeFallbackError(backend, fallbackNodes, { model, nodeCount: nodes.length })
}

/** At most this many nodes are listed in a message; the error holds them all. */
const listed = 20

export function nodeFallbackError(
  { name }: Pick<Backend, 'name'>,
  nodes: readonly FallbackNode[],
  about: { readonly model: string; readonly nodeCount: number; readonly cause?: unknown },
): NodeFallbackError {
  const lines = nodes.slice(0, listed).map(({ node, operator, reason }) => `    ${operator} '${node}': ${reason}`)
  if (nodes.length > listed) lines.push(`    … and ${nodes.length - listed} more`)
  const count = `${nodes.length} of ${about.nodeCount} nodes`
  return new NodeFallbackError(`${count} do not run on ${name}, which this test demands:\n${lines.join('\n')}`, {
    backend: name,
    nodes,
    input: about.model,
    nextStep: 'export the model with operators and element types that the backend has, or allow the fallback',
    cause: about.cause,
  })
}
