import { getBackend, type ProviderOptions } from '@vitest-hardware/backends'
import { encodeModel, GraphBuilder } from '@vitest-hardware/onnx-graph'
import { describe, expect, test } from 'vitest'
import { inSwiftshader } from './in-swiftshader.ts'

function relu(): { readonly bytes: Uint8Array } {
  const graph = new GraphBuilder({ name: 'relu' })
  graph.output('y', graph.node('Relu', [graph.input('x', 'float32', [2])]), 'float32', [2])
  return { bytes: encodeModel(graph.build()) }
}

const all = {
  cpu: { arena: false, memoryPattern: false, executionMode: 'parallel', interOpNumThreads: 1 },
  wasm: { arena: false, memoryPattern: false },
  webgpu: {
    preferredLayout: 'NHWC',
    forceCpuNodeNames: [],
    validationMode: 'full',
    storageBufferCacheMode: 'simple',
    uniformBufferCacheMode: 'bucket',
    queryResolveBufferCacheMode: 'disabled',
    defaultBufferCacheMode: 'lazyRelease',
  },
} as const satisfies ProviderOptions

async function computes(name: keyof typeof all): Promise<void> {
  await using session = await getBackend(name).open(relu(), { provider: all })
  const { y } = await session.run({ x: { type: 'float32', dims: [2], data: Float32Array.of(-1, 2) } })
  expect(y?.data).toEqual(Float32Array.of(0, 2))
}

test.each(['cpu', 'wasm'] as const)('the runtime takes every option of %s', computes)

describe('the runtime takes every option of webgpu', () => {
  inSwiftshader(import.meta.filename, () => {
    test('and computes', () => computes('webgpu'))
  })
})

test('an option that is none is an error, also where the backend is absent', async () => {
  const wrong = JSON.parse('{"coreml":{"computeUnit":"all"}}')
  await expect(getBackend('coreml').open(relu(), { provider: wrong })).rejects.toThrow(/no option 'computeUnit'[\s\S]*'computeUnits'\?/)
  await expect(getBackend('cpu').open(relu(), { provider: wrong })).resolves.toBeDefined()
})
