import { z } from 'zod'
import { type Placement, type PlacedNode, placementOf } from './placement.ts'

const EventSchema = z.object({
  cat: z.string(),
  name: z.string(),
  args: z.object({ provider: z.string().optional(), op_name: z.string().optional(), node_index: z.coerce.string().optional() }).optional(),
})

const kernel = '_kernel_time'
const copyOperators: ReadonlySet<string> = new Set(['MemcpyToHost', 'MemcpyFromHost'])

/**
 * Reads a profile that ONNX Runtime wrote: one event of the category `Node` for each kernel that ran.
 * @param json the profile
 * @param provider the backend's, as ONNX Runtime calls it in profiles, e.g. `WebGpu`
 */
export function readProfile(json: string, provider: string): Placement {
  const events = z.array(EventSchema).parse(JSON.parse(json))
  const nodes = new Map<string, PlacedNode>()
  const copies = new Set<string>()
  for (const { cat, name, args } of events) {
    if (cat !== 'Node' || !name.endsWith(kernel) || args?.provider === undefined || args.op_name === undefined) continue
    const place = args.node_index ?? '?'
    const named = name.slice(0, -kernel.length)
    // the same node runs often in loops and over several runs
    const key = `${named}\n${args.op_name}\n${place}`
    if (copyOperators.has(args.op_name)) copies.add(key)
    else {
      const node = named === '' ? `${args.op_name} #${place}` : named
      nodes.set(key, { node, operator: args.op_name, provider: args.provider.replace(/ExecutionProvider$/, '') })
    }
  }
  const placed = [...nodes.values()]
  const fallbackNodes = placed
    .filter((node) => node.provider !== provider)
    .map((node) => ({ node: node.node, operator: node.operator, reason: `${provider} did not take it; ${node.provider} executed it` }))
  return placementOf(provider, placed, copies.size, fallbackNodes)
}
