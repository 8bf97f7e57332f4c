import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readProfile } from './read-profile.ts'

/** An event as ONNX Runtime writes it for a kernel that ran. */
const ran = (name: string, operator: string, provider: string, index: number) => ({
  cat: 'Node',
  name: `${name}_kernel_time`,
  dur: 12,
  ts: 1,
  ph: 'X',
  args: { op_name: operator, provider: `${provider}ExecutionProvider`, node_index: String(index), output_size: '16' },
})
const session = { cat: 'Session', name: 'model_run', dur: 1, args: {} }

test('nodes are counted by provider, copies apart', () => {
  const profile = [
    session,
    ran('/MatMul', 'MatMul', 'WebGpu', 0),
    ran('Memcpy', 'MemcpyToHost', 'WebGpu', 8),
    ran('/Unique', 'Unique', 'CPU', 2),
    ran('/Cast', 'Cast', 'CPU', 3),
    { cat: 'Api', name: '/MatMul&MatMul&MatMulNaive', args: { shapes: 'x' } },
  ]
  expect(readProfile(JSON.stringify(profile), 'WebGpu')).toEqual({
    provider: 'WebGpu',
    nodes: [
      { node: '/Cast', operator: 'Cast', provider: 'CPU' },
      { node: '/Unique', operator: 'Unique', provider: 'CPU' },
      { node: '/MatMul', operator: 'MatMul', provider: 'WebGpu' },
    ],
    counts: { CPU: 2, WebGpu: 1 },
    copies: 1,
    fallbackNodes: [
      { node: '/Unique', operator: 'Unique', reason: 'WebGpu did not take it; CPU executed it' },
      { node: '/Cast', operator: 'Cast', reason: 'WebGpu did not take it; CPU executed it' },
    ],
  })
})

test('a node that ran often is one node, and nodes without names are told apart by their place', () => {
  const profile = [ran('a', 'Add', 'CPU', 1), ran('a', 'Add', 'CPU', 1), ran('', 'Mul', 'CPU', 2), ran('', 'Mul', 'CPU', 3)]
  const { nodes, fallbackNodes } = readProfile(JSON.stringify(profile), 'CPU')
  expect(nodes.map(({ node }) => node)).toEqual(['Mul #2', 'Mul #3', 'a'])
  expect(fallbackNodes).toEqual([])
})

test('whatever the order, every node is counted once, and is its own or fell back', () => {
  const kernel = fc.record({
    name: fc.constantFrom('', 'a', 'b', '/x/MatMul'),
    index: fc.nat(5),
    provider: fc.constantFrom('CPU', 'WebGpu', 'CUDA'),
  })
  fc.assert(
    fc.property(fc.array(kernel), (kernels) => {
      // a node has one provider
      const byNode = new Map(kernels.map((each) => [`${each.name} ${each.index}`, each]))
      const events = kernels.map(({ name, index }) => ran(name, 'Add', byNode.get(`${name} ${index}`)!.provider, index))
      const placement = readProfile(JSON.stringify(events), 'WebGpu')
      expect(placement.nodes).toHaveLength(byNode.size)
      expect(Object.values(placement.counts).reduce((sum, count) => sum + count, 0)).toBe(byNode.size)
      expect(placement.fallbackNodes.length + (placement.counts.WebGpu ?? 0)).toBe(byNode.size)
      expect(readProfile(JSON.stringify(events.toReversed()), 'WebGpu').counts).toEqual(placement.counts)
    }),
  )
})
