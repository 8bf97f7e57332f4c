import { getBackend, ModelLoadError, NodeFallbackError, openSessionCount } from '@vitest-hardware/backends'
import { encodeModel, GraphBuilder, type Tensor } from '@vitest-hardware/onnx-graph'
import { expect, test } from 'vitest'

const reference = getBackend('reference')
const x: Tensor = { type: 'float32', dims: [2, 2], data: Float32Array.of(2, 0, 0, 4) }

/** `y = (x + x)⁻¹ · 3`, whose inverse is an operator of ONNX Runtime that `reference` does not have. */
function inverseModel(): Uint8Array {
  const graph = new GraphBuilder({ name: 'inverse' })
  graph.useDomain('com.microsoft', 1)
  const sum = graph.node('Add', [graph.input('x', 'float32', ['n', 'n']), 'x'])
  const inverse = graph.node('Inverse', [sum], {}, { domain: 'com.microsoft' })
  graph.output('y', graph.node('Mul', [inverse, graph.constant('float32', 3)]), 'float32', ['n', 'n'])
  return encodeModel(graph.build())
}

test('a node without an operator is computed by cpu, and the session says so', async () => {
  const before = openSessionCount()
  {
    await using session = await reference.open({ bytes: inverseModel() })
    expect(session.fallbackNodes).toEqual([
      {
        node: '/Inverse',
        operator: 'com.microsoft.Inverse',
        reason: 'reference has no Inverse of com.microsoft; cpu computes it, without graph optimizations',
      },
    ])
    expect((await session.run({ x })).y?.data).toEqual(Float32Array.of(0.75, 0, 0, 0.375))
    const other: Tensor = { type: 'float32', dims: [1, 1], data: Float32Array.of(8) }
    expect((await session.run({ x: other })).y?.data).toEqual(Float32Array.of(3 / 16))
    // the two shapes have a session each
    expect(openSessionCount()).toBe(before + 3)
  }
  expect(openSessionCount()).toBe(before)
})

test('a model with such a node is refused where that is asked for', async () => {
  const error = await reference.open({ bytes: inverseModel() }, { nodeFallback: 'forbid' }).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(NodeFallbackError)
  expect(error).toMatchObject({ backend: 'reference', message: expect.stringContaining("com.microsoft.Inverse '/Inverse'") as string })
})

test('what cpu says of such a node is passed on', async () => {
  await using session = await reference.open({ bytes: inverseModel() })
  const flat: Tensor = { type: 'float32', dims: [2, 3], data: new Float32Array(6) }
  await expect(session.run({ x: flat })).rejects.toThrow(/Inverse/)
})

test('an operator that cpu does not have either is refused when the model is opened', async () => {
  const graph = new GraphBuilder({ name: 'unknown' })
  graph.useDomain('org.example', 1)
  graph.output('y', graph.node('Mystery', [graph.input('x', 'float32', [1])], {}, { domain: 'org.example' }), 'float32', [1])
  const error = await reference.open({ bytes: encodeModel(graph.build()) }).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(ModelLoadError)
  expect(error).toMatchObject({ failure: 'unknown-operator', backend: 'reference' })
})

test('a model whose operators are all there has no such nodes', async () => {
  const graph = new GraphBuilder({ name: 'plain' })
  graph.output('y', graph.node('Relu', [graph.input('x', 'float32', [2, 2])]), 'float32', [2, 2])
  await using session = await reference.open({ bytes: encodeModel(graph.build()) })
  expect(session.fallbackNodes).toEqual([])
})
