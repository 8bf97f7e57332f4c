import { encodeModel, GraphBuilder } from '@vitest-hardware/onnx-graph'
import { expect, test } from 'vitest'
import type { Backend } from '../backend.ts'
import { cpu } from '../backends/cpu.ts'
import { BackendUnavailableError, ModelLoadError, NodeFallbackError } from '../errors.ts'
import { NoBackendError, openWithFallback } from './open-with-fallback.ts'

function relu(): { readonly bytes: Uint8Array } {
  const graph = new GraphBuilder({ name: 'relu' })
  graph.output('y', graph.node('Relu', [graph.input('x', 'float32', [1])]), 'float32', [1])
  return { bytes: encodeModel(graph.build()) }
}

const failing = (name: Backend['name'], error: Error): Backend => ({ ...cpu, name, open: () => Promise.reject(error) })
const absent = failing('cuda', new BackendUnavailableError('cuda', { reason: 'no NVIDIA GPU', nextStep: 'buy one' }))
const refusing = failing(
  'webgpu',
  new ModelLoadError('no kernel for Foo\n  more', { backend: 'webgpu', failure: 'missing-kernel', reason: 'r', input: 'm', nextStep: 'n' }),
)

test('the first that can opens the model, and says why the ones before did not', async () => {
  await using session = await openWithFallback([absent, refusing, cpu], relu())
  expect(session.ran).toEqual({
    asked: 'cuda',
    backend: 'cpu',
    tried: [
      { backend: 'cuda', outcome: 'unavailable', reason: 'no NVIDIA GPU' },
      { backend: 'webgpu', outcome: 'refused', reason: 'no kernel for Foo' },
    ],
  })
  expect((await session.run({ x: { type: 'float32', dims: [1], data: Float32Array.of(-1) } })).y?.data).toEqual(Float32Array.of(0))
})

test('where nothing falls back, nothing was tried before', async () => {
  await using session = await openWithFallback(['cpu', 'wasm'], relu(), { fallback: 'none' })
  expect(session.ran).toEqual({ asked: 'cpu', backend: 'cpu', tried: [] })
})

test('a chain that may not be followed ends with its first', async () => {
  const error = await openWithFallback([absent, cpu], relu(), { fallback: 'none' }).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(NoBackendError)
  expect((error as NoBackendError).message).toMatch(/cuda \(unavailable\): no NVIDIA GPU[\s\S]*not tried, because fallback is 'none': cpu/)
})

test('a demand for no fallback is one for the nodes too', async () => {
  let asked: unknown
  const watching: Backend = { ...cpu, open: (model, options) => ((asked = options?.nodeFallback), cpu.open(model, options)) }
  await using session = await openWithFallback([watching], relu(), { fallback: 'none', graphOptimizationLevel: 'basic' })
  expect([session.ran.backend, asked]).toEqual(['cpu', 'forbid'])
})

test('nodes that fell back are a reason', async () => {
  const nodes = [{ node: 'n', operator: 'Foo', reason: 'r' }]
  const error = new NodeFallbackError('1 of 2 nodes do not run on webgpu, which this test demands:\n    Foo', {
    backend: 'webgpu',
    nodes,
    input: 'm',
    nextStep: 'n',
  })
  await using session = await openWithFallback([failing('webgpu', error), 'cpu'], relu())
  expect(session.ran.tried).toEqual([{ backend: 'webgpu', outcome: 'refused', reason: '1 of 2 nodes do not run on webgpu' }])
})

test('a chain of none, or one in which nobody can, is an error', async () => {
  await expect(openWithFallback([], relu())).rejects.toThrow('names no backend')
  await expect(openWithFallback([absent, refusing], relu())).rejects.toMatchObject({ name: 'NoBackendError', tried: [{}, {}] })
})

test('what is wrong with the model or the options is not hidden by another backend', async () => {
  await expect(openWithFallback(['cpu', 'wasm'], { path: 'no-such.onnx' })).rejects.toMatchObject({ failure: 'missing-file' })
  await expect(openWithFallback(['cpu', 'wasm'], { bytes: new Uint8Array(3) })).rejects.toMatchObject({ failure: 'not-a-model' })
  const options = JSON.parse('{"cpu":{"arenas":true}}')
  await expect(openWithFallback(['cpu', 'wasm'], relu(), { provider: options })).rejects.toThrow("no option 'arenas'")
})
