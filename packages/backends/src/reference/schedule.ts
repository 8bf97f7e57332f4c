/** What a node reads and writes, by name; the empty name is nothing. */
export interface Dataflow {
  readonly reads: readonly string[]
  readonly writes: readonly string[]
}

export interface Schedule {
  /** Indexes of the nodes that the outputs need. */
  readonly order: readonly number[]
  /** For each entry of `order`, the values written by nodes that nothing needs any more. */
  readonly released: readonly (readonly string[])[]
}

/**
 * Depth-first from the outputs, so that a node runs right before its first reader: large constants made by nodes are not all alive at once.
 * Nodes must be acyclic, as ONNX demands.
 */
export function scheduleNodes(nodes: readonly Dataflow[], outputs: readonly string[]): Schedule {
  const producers = new Map(nodes.flatMap(({ writes }, index) => writes.map((name) => [name, index] as const)))
  producers.delete('')
  const order = orderFrom(
    outputs.flatMap((name) => producers.get(name) ?? []),
    (index) => nodes[index]!.reads.flatMap((name) => producers.get(name) ?? []),
    nodes.length,
  )
  return { order, released: releases(nodes, order, producers, new Set(outputs)) }
}

function orderFrom(roots: readonly number[], dependencies: (index: number) => readonly number[], count: number): number[] {
  const order: number[] = []
  const seen = new Uint8Array(count)
  // an explicit stack: deep models would overflow the call stack
  const stack: { readonly index: number; readonly open: number[] }[] = []
  const enter = (index: number): void => {
    if (seen[index] === 1) return
    seen[index] = 1
    stack.push({ index, open: [...dependencies(index)].reverse() })
  }
  for (const root of roots) {
    enter(root)
    while (stack.length > 0) {
      const top = stack.at(-1)!
      const next = top.open.pop()
      if (next === undefined) order.push(stack.pop()!.index)
      else enter(next)
    }
  }
  return order
}

function releases(
  nodes: readonly Dataflow[],
  order: readonly number[],
  producers: ReadonlyMap<string, number>,
  kept: ReadonlySet<string>,
): string[][] {
  const lastUse = new Map<string, number>()
  for (const [position, index] of order.entries()) {
    for (const name of [...nodes[index]!.writes, ...nodes[index]!.reads]) if (producers.has(name)) lastUse.set(name, position)
  }
  const released: string[][] = order.map(() => [])
  for (const [name, position] of lastUse) if (!kept.has(name)) released[position]!.push(name)
  return released
}
