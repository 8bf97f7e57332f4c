import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Backend, getBackend, openSessionCount } from '@vitest-hardware/backends'
import { UsageError } from '@vitest-hardware/contracts'
import { encodeModel, GraphBuilder, type Tensors } from '@vitest-hardware/onnx-graph'
import { afterAll, beforeAll, expect, test } from 'vitest'
import '../hardware-matchers.ts'
import { agreementMessage } from './agreement-message.ts'
import { compareBackends, type ModelToCompare } from './compare-backends.ts'

const cpu = getBackend('cpu')
const inputs: Tensors = { x: { type: 'float32', dims: [2], data: Float32Array.of(1, 2) } }
let folder: string
let model: ModelToCompare

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compare-backends-'))
  const path = join(folder, 'double.onnx')
  const graph = new GraphBuilder({ name: 'double' })
  graph.output('y', graph.node('Add', [graph.input('x', 'float32', [2]), 'x']), 'float32', [2])
  await writeFile(path, encodeModel(graph.build()))
  model = { name: 'double', path, inputs }
})
afterAll(() => rm(folder, { recursive: true }))

/** cpu, except that its second element is off. */
const faulty: Backend = {
  ...cpu,
  name: 'acme/npu',
  async detect() {
    const detection = await cpu.detect()
    return detection.available ? { available: true, profile: { ...detection.profile, backend: 'acme/npu' } } : detection
  },
  async open(source, options) {
    const session = await cpu.open(source, options)
    const run = async (feeds: Tensors): Promise<Tensors> => {
      const { y } = await session.run(feeds)
      const data = Float32Array.from(y!.data as Float32Array)
      data[1]! += 0.5
      return { y: { type: 'float32', dims: [2], data } }
    }
    return {
      backend: 'acme/npu',
      inputs: session.inputs,
      outputs: session.outputs,
      load: session.load,
      run,
      [Symbol.asyncDispose]: () => session[Symbol.asyncDispose](),
    }
  },
}

test('backends that agree, and one that cannot run here', async () => {
  const before = openSessionCount()
  const agreement = await compareBackends(model, ['cpu', 'wasm', 'directml'], {})
  expect([...agreement.outputs.keys()]).toEqual(['cpu', 'wasm'])
  expect(agreement.pairs).toMatchObject([{ expected: 'cpu', actual: 'wasm', comparison: { matches: true } }])
  expect(agreement.skipped).toEqual([{ backend: 'directml', reason: expect.stringMatching(/.{10}/) }])
  expect(agreement).toAgreePairwise()
  expect(() => expect(agreement).not.toAgreePairwise()).toThrow(/^1 of 1 pairs of backends agree on double\ndirectml skipped: /)
  expect(openSessionCount()).toBe(before)
})

test('the message names the pair, the output, the largest error and its place', async () => {
  const agreement = await compareBackends(model, ['cpu', faulty, 'wasm'], { tolerance: 1e-3 })
  expect(() => expect(agreement).toAgreePairwise()).toThrow('2 of 3 pairs of backends part on double')
  const message = agreementMessage(agreement)
  expect(message).toContain('acme/npu and cpu part at y:')
  expect(message).toContain('wasm and acme/npu part at y:')
  expect(message).toContain('agree: wasm and cpu')
  expect(message).toMatch(/y +float32\[2\] +1 of 2 \(50 %\) +0\.5 at \[1\]/)
})

test('a backend that refuses the model is a failure of that backend', async () => {
  const broken = { ...model, inputs: {} }
  const agreement = await compareBackends(broken, ['cpu', 'wasm'], {})
  expect(agreement.failed.map(({ backend }) => backend)).toEqual(['cpu', 'wasm'])
  expect(() => expect(agreement).toAgreePairwise()).toThrow(/cpu failed: [^]*wasm failed: /)
})

test('the same backend in Node and in a page are two', async () => {
  const inPage: Backend = {
    ...cpu,
    async detect() {
      const detection = await cpu.detect()
      return detection.available ? { available: true, profile: { ...detection.profile, host: 'chromium 147.0.7727.0' } } : detection
    },
  }
  const agreement = await compareBackends(model, ['cpu', inPage], {})
  expect(agreement.pairs).toMatchObject([{ expected: 'cpu', actual: 'cpu in chromium' }])
})

test.each([[['cpu']], [['cpu', 'cpu']], [[]]] as const)('%j is wrong use', async (names) => {
  await expect(compareBackends(model, names, {})).rejects.toThrow(UsageError)
})

test('an unknown backend is wrong use, and so is a promise', async () => {
  await expect(compareBackends(model, ['cpu', 'cpuu' as 'cpu'], {})).rejects.toThrow(/there is no backend 'cpuu'/)
  const promise = compareBackends(model, ['cpu', 'wasm'], {})
  expect(() => expect(promise).toAgreePairwise()).toThrow('is a promise; await it')
  await promise
})
