import { UsageError } from '@vitest-hardware/contracts'
import { encodeModel, GraphBuilder } from '@vitest-hardware/onnx-graph'
import { expect, test } from 'vitest'
import { BackendUnavailableError, ModelLoadError, RunError, UnsupportedError } from '../errors.ts'
import { openSessionCount } from '../onnxruntime/open-sessions.ts'
import { defineBackend } from './define-backend.ts'
import type { BackendDefinition, LoadOptions } from './definition.ts'

const definition: BackendDefinition = {
  name: 'acme/npu',
  capabilities: { dtypes: ['float32'] },
  detect: () => ({ available: true, device: 'NPU', deviceKind: 'npu', runtime: 'acme', runtimeVersion: '1.0.0', deviceMemoryBytes: 1024 }),
  load: () => ({ run: ({ x }) => ({ y: x! }) }),
}

function relu(): { readonly bytes: Uint8Array } {
  const graph = new GraphBuilder({ name: 'relu' })
  graph.output('y', graph.node('Relu', [graph.input('x', 'float32', [1])]), 'float32', [1])
  return { bytes: encodeModel(graph.build()) }
}

const x = { type: 'float32', dims: [1], data: Float32Array.of(1) } as const

test('the profile has the device’s facts and the host’s', async () => {
  const backend = defineBackend(definition)
  expect(await backend.detect()).toMatchObject({
    available: true,
    profile: { backend: 'acme/npu', device: 'NPU', deviceMemoryBytes: 1024, isSoftwareDevice: false, os: process.platform },
  })
})

test.each([
  ['a name without a vendor', { name: 'npu' }, /name/],
  ['a name of ours', { name: 'cpu' }, /name/],
  ['no capabilities', { capabilities: undefined }, /capabilities/],
  ['no element types', { capabilities: {} }, /capabilities\.dtypes/],
  ['operators that are no list', { operators: 7 }, /operators/],
  ['an element type that is none', { capabilities: { dtypes: ['float31'] } }, /capabilities\.dtypes/],
  ['no function', { load: 7 }, /load/],
  ['a field that is none', { laod: () => ({}) }, /laod/],
])('%s is refused by its field', (_, change, message) => {
  const wrong = { ...definition, ...change } as BackendDefinition
  expect(() => defineBackend(wrong)).toThrow(UsageError)
  expect(() => defineBackend(wrong)).toThrow(message)
})

test('it is looked for once; where it is not, no session opens', async () => {
  let looked = 0
  const detect = () => ({ available: false, reason: `no device (${(looked += 1)})`, nextStep: 'plug it in' }) as const
  const backend = defineBackend({ ...definition, detect })
  expect(await backend.detect()).toEqual({ available: false, reason: 'no device (1)', nextStep: 'plug it in' })
  await expect(backend.open(relu())).rejects.toThrow(BackendUnavailableError)
  expect(looked).toBe(1)
})

test('a detection that throws is a reason, one of the wrong shape an error', async () => {
  const throwing = defineBackend({ ...definition, detect: () => Promise.reject(new Error('ioctl failed\nat x')) })
  expect(await throwing.detect()).toMatchObject({ available: false, reason: 'the detection of acme/npu failed: ioctl failed' })
  const mute = defineBackend({ ...definition, detect: () => ({ available: false, reason: '', nextStep: 'x' }) })
  await expect(mute.detect()).rejects.toThrow(/acme\/npu detects in a wrong shape[\s\S]*reason/)
})

test('what the user asks for reaches `load`, with the backend’s own options', async () => {
  let asked: LoadOptions | undefined
  const backend = defineBackend({ ...definition, load: (_, options) => ((asked = options), { run: () => ({}) }) })
  await using _ = await backend.open(relu(), { intraOpNumThreads: 2, provider: { 'acme/npu': { turbo: true }, cuda: { deviceId: 1 } } })
  expect(asked).toEqual({ graphOptimizationLevel: 'all', nodeFallback: 'allow', intraOpNumThreads: 2, own: { turbo: true } })
})

test('what `load` and `run` throw is kept, and says where', async () => {
  const refusing = defineBackend({ ...definition, load: () => Promise.reject(new Error('SRAM is full')) })
  const refusal = await refusing.open(relu()).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(ModelLoadError)
  expect(refusal).toMatchObject({ backend: 'acme/npu', failure: 'other', reason: 'SRAM is full' })
  const failing = defineBackend({ ...definition, load: () => ({ run: () => Promise.reject(new Error('device lost')) }) })
  await using session = await failing.open(relu())
  const failure = await session.run({ x }).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(RunError)
  expect(failure).toMatchObject({ reason: 'device lost' })
})

test('what a backend says that it does not have is told from what went wrong', async () => {
  const missing = new UnsupportedError('no products of batches')
  const refusing = defineBackend({ ...definition, load: () => Promise.reject(missing) })
  expect(await refusing.open(relu()).catch((error: unknown) => error)).toMatchObject({ failure: 'missing-kernel', reason: missing.message })
  const failing = defineBackend({ ...definition, load: () => ({ run: () => Promise.reject(missing) }) })
  await using session = await failing.open(relu())
  expect(await session.run({ x }).catch((error: unknown) => error)).toMatchObject({ isUnsupported: true, reason: missing.message })
})

test('a session is disposed once, and counted while it is open', async () => {
  const before = openSessionCount()
  let disposed = 0
  const backend = defineBackend({ ...definition, load: () => ({ run: () => ({}), dispose: () => void (disposed += 1) }) })
  const session = await backend.open(relu())
  expect(openSessionCount()).toBe(before + 1)
  await session[Symbol.asyncDispose]()
  await session[Symbol.asyncDispose]()
  expect([openSessionCount(), disposed]).toEqual([before, 1])
})

test('a model with other operators is refused before it is loaded', async () => {
  const backend = defineBackend({ ...definition, operators: ['Add'] })
  await expect(backend.open(relu())).rejects.toMatchObject({ failure: 'unknown-operator', message: expect.stringContaining('Relu') })
})
