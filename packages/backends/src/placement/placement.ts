import type { FallbackNode } from '../backend.ts'

/** A node of the graph that ran, and who executed it. */
export interface PlacedNode {
  /** Its name in the model; where it has none, its operator and its place in the optimized graph. */
  readonly node: string
  readonly operator: string
  /** ONNX Runtime's name without its ending, e.g. `WebGpu` or `CPU`. */
  readonly provider: string
}

/** Who executed which node in one run, as ONNX Runtime's own profile says. */
export interface Placement {
  /** The backend's provider. */
  readonly provider: string
  /** Nodes of the graph after optimization, each once, sorted by provider and name; without copies. */
  readonly nodes: readonly PlacedNode[]
  /** Nodes by provider, sorted by name. */
  readonly counts: Readonly<Record<string, number>>
  /** Copies between device and host that the runtime put between nodes. */
  readonly copies: number
  /** Nodes that another provider than the backend's executed. */
  readonly fallbackNodes: readonly FallbackNode[]
}

/** Puts together what is known of each node. */
export function placementOf(
  provider: string,
  nodes: readonly PlacedNode[],
  copies: number,
  fallbackNodes: readonly FallbackNode[],
): Placement {
  const sorted = [...nodes].sort((a, b) => compare(a.provider, b.provider) || compare(a.node, b.node))
  const counts: Record<string, number> = {}
  for (const { provider: each } of sorted) counts[each] = (counts[each] ?? 0) + 1
  return { provider, nodes: sorted, counts, copies, fallbackNodes }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
