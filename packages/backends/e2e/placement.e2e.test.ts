import { NodeFallbackError, getBackend, nodePlacement, requireNoNodeFallback } from '@vitest-hardware/backends'
import { encodeModel, GraphBuilder, type Tensor } from '@vitest-hardware/onnx-graph'
import { describe, expect, test } from 'vitest'
import { inSwiftshader } from './in-swiftshader.ts'

/** Seven nodes, of which three give the outputs their names. A product for which every provider has a kernel, and two nodes for which WebGPU has none: float64, and an output whose size follows from values. */
function mixedModel(): { readonly bytes: Uint8Array } {
  const graph = new GraphBuilder({ name: 'mixed' })
  const product = graph.node('MatMul', [graph.input('x', 'float32', ['n', 2]), graph.weight('w', floats([2, 2], 1, 2, 3, 4))])
  const wide = graph.node('Cast', [product], { to: 11 })
  graph.output('y', product, 'float32', ['n', 2])
  graph.output('wide', graph.node('Add', [wide, wide]), 'float64', ['n', 2])
  graph.output('where', graph.node('NonZero', [product]), 'int64', [2, 'k'])
  return { bytes: encodeModel(graph.build()) }
}

function floats(dims: readonly number[], ...values: readonly number[]): Tensor {
  return { type: 'float32', dims, data: Float32Array.from(values) }
}

const feeds = { x: floats([1, 2], 1, 2) }

test('on cpu every node is its own', async () => {
  const placement = await nodePlacement(getBackend('cpu'), mixedModel(), feeds)
  expect(placement).toMatchObject({ provider: 'CPU', copies: 0, fallbackNodes: [] })
  expect(Object.keys(placement.counts)).toEqual(['CPU'])
  expect(placement.nodes.map(({ operator }) => operator)).toEqual(expect.arrayContaining(['MatMul', 'Cast', 'Add', 'NonZero']))
  expect(() => requireNoNodeFallback(getBackend('cpu'), placement, 'mixed')).not.toThrow()
})

test('onnxruntime-web has one provider, so the model’s nodes are all its own', async () => {
  const placement = await nodePlacement(getBackend('wasm'), mixedModel(), feeds)
  expect(placement).toMatchObject({ provider: 'wasm', counts: { wasm: 7 }, fallbackNodes: [] })
})

test('reference says what it leaves to cpu', async () => {
  const placement = await nodePlacement(getBackend('reference'), mixedModel(), feeds)
  expect(placement.provider).toBe('reference')
  expect(placement.nodes).toHaveLength(7)
})

describe('on webgpu', () => {
  inSwiftshader(import.meta.filename, () => {
    const webgpu = getBackend('webgpu')
    const stray = ['Add', 'Cast', 'NonZero']

    test('nodes that the processor executed are counted and named', async () => {
      const placement = await nodePlacement(webgpu, mixedModel(), feeds)
      expect(placement.nodes.filter(({ provider }) => provider === 'WebGpu').map(({ operator }) => operator)).toContain('MatMul')
      expect(placement.fallbackNodes.map(({ operator }) => operator).sort()).toEqual(stray)
      expect(placement.copies).toBeGreaterThan(0)
      expect(placement.fallbackNodes[0]?.reason).toBe('WebGpu did not take it; CPU executed it')
    })

    test('a model that demands none is refused, with the nodes', async () => {
      const error = await webgpu.open(mixedModel(), { nodeFallback: 'forbid' }).catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(NodeFallbackError)
      expect((error as NodeFallbackError).nodes.map(({ operator }) => operator).sort()).toEqual(stray)
      expect((error as NodeFallbackError).message).toMatch(/3 of \d nodes do not run on webgpu[\s\S]*NonZero/)
    })

    test('a node may be sent to the processor by its name', async () => {
      const graph = new GraphBuilder({ name: 'named' })
      const x = graph.input('x', 'float32', [1, 2])
      graph.output('y', graph.node('Relu', [graph.node('Neg', [x])]), 'float32', [1, 2])
      const bytes = encodeModel(graph.build())
      const options = { graphOptimizationLevel: 'disabled', provider: { webgpu: { forceCpuNodeNames: ['/Relu'] } } } as const
      const placement = await nodePlacement(webgpu, { bytes }, feeds, options)
      expect(placement.fallbackNodes.map(({ node }) => node)).toEqual(['/Relu'])
    })

    test('a model of its operators alone opens where none may fall back', async () => {
      const graph = new GraphBuilder({ name: 'own' })
      graph.output('y', graph.node('Relu', [graph.input('x', 'float32', [1, 2])]), 'float32', [1, 2])
      await using session = await webgpu.open({ bytes: encodeModel(graph.build()) }, { nodeFallback: 'forbid' })
      expect((await session.run({ x: floats([1, 2], -1, 2) })).y?.data).toEqual(Float32Array.of(0, 2))
    })
  })
})
