import {
  type Backend,
  type BackendDefinition,
  defineBackend,
  getBackend,
  type LoadedModel,
  openSessionCount,
} from '@vitest-hardware/backends'
import { conformanceKit } from '@vitest-hardware/backends/conformance'
import { type DataType, dataTypes, type Tensor, type Tensors } from '@vitest-hardware/onnx-graph'
import { describe, expect, test } from 'vitest'

const cpu = getBackend('cpu')
const everyType = dataTypes.filter((type) => cpu.capabilities.dtypes.has(type))

/** A third party's backend that computes, by way of another one. */
const right: BackendDefinition = {
  name: 'acme/npu',
  capabilities: { dtypes: everyType, precisions: ['fp32', 'fp16', 'int8', 'int4'], externalData: true, blocking: true },
  detect: () => ({ available: true, device: 'Acme NPU', deviceKind: 'npu', runtime: 'acme', runtimeVersion: '1.0.0' }),
  async load({ bytes, path }, { graphOptimizationLevel }): Promise<LoadedModel> {
    const session = await cpu.open(path === null ? { bytes } : { path }, { graphOptimizationLevel })
    return { run: (feeds) => session.run(feeds), dispose: () => session[Symbol.asyncDispose]() }
  },
}

/** The same with other runs. */
function running(run: (inner: LoadedModel, feeds: Tensors) => Promise<Tensors>, changes: Partial<BackendDefinition> = {}): Backend {
  return defineBackend({
    ...right,
    async load(model, options) {
      const inner = await right.load(model, options)
      return { ...inner, run: (feeds) => run(inner, feeds) }
    },
    ...changes,
  })
}

const withOutputs = (change: (tensor: Tensor) => Tensor): Backend =>
  running(async (inner, feeds) =>
    Object.fromEntries(Object.entries(await inner.run(feeds)).map(([name, tensor]) => [name, change(tensor)])),
  )

/** Runs the kit, or its one test of that name, without a test runner, as somebody else's runner would. */
async function failuresOf(backend: Backend, only?: string): Promise<string[]> {
  const tests: { name: string; body: () => Promise<void> }[] = []
  conformanceKit(backend, { describe: (_, body) => body(), test: (name, body) => tests.push({ name, body: () => body() }), expect })
  const failed: string[] = []
  const chosen = tests.filter(({ name }) => only === undefined || name === only)
  expect(chosen.length).toBeGreaterThan(0)
  for (const { name, body } of chosen) await body().catch(() => failed.push(name))
  return failed
}

test('the faultless one passes', async () => {
  const before = openSessionCount()
  expect(await failuresOf(defineBackend(right))).toEqual([])
  expect(openSessionCount()).toBe(before)
})

const faults: readonly [fault: string, check: string, backend: Backend][] = [
  [
    'wrong numbers in one element',
    'every element of a larger product',
    withOutputs((tensor) => {
      const { data } = tensor
      if (!(data instanceof Float32Array) || data.length < 200) return tensor
      return { ...own(tensor), data: data.with(199, data[199]! + 1) }
    }),
  ],
  ['wrong dims', 'Add', withOutputs((tensor) => ({ ...own(tensor), dims: tensor.dims.toReversed() }))],
  [
    'a transposed result',
    'MatMul',
    withOutputs((tensor) =>
      tensor.dims.length === 2 && tensor.data instanceof Float32Array ? { ...own(tensor), data: tensor.data.toReversed() } : tensor,
    ),
  ],
  [
    'sessions that leak when they are disposed',
    'may be disposed twice, and are counted once',
    defineBackend({
      ...right,
      async load(model, options) {
        const inner = await right.load(model, options)
        return { run: (feeds) => inner.run(feeds) }
      },
    }),
  ],
  [
    'load errors that are swallowed',
    'an unknown operator',
    defineBackend({
      ...right,
      load: async (model, options) => Promise.resolve(right.load(model, options)).catch((): LoadedModel => ({ run: () => ({}) })),
    }),
  ],
  ['output buffers that are used again', 'an output is not overwritten by the next run', staleBuffers()],
  [
    'an input type that is dropped',
    'int64 comes back as it went in',
    running(async (inner, feeds) => {
      if (Object.values(feeds).some(({ type }) => type === 'int64')) throw new Error('no int64 here')
      return inner.run(feeds)
    }),
  ],
  [
    'unavailability without a reason',
    'says what it computes on, or in one line why it cannot and what to do',
    { ...defineBackend(right), detect: async () => ({ available: false, reason: '', nextStep: '' }) },
  ],
  [
    'unavailability without a reason, through defineBackend',
    'says what it computes on, or in one line why it cannot and what to do',
    defineBackend({ ...right, detect: () => ({ available: false, reason: '', nextStep: 'wait' }) }),
  ],
  [
    'a claim of fp16 that it cannot run',
    'fp16 is claimed, and gives the right numbers',
    running(
      async (inner, feeds) => {
        if (Object.values(feeds).some(({ type }) => type === 'float16')) throw new Error('no float16 here')
        return inner.run(feeds)
      },
      { capabilities: { ...right.capabilities, dtypes: everyType.filter((type: DataType) => type !== 'float16') } },
    ),
  ],
  [
    'a claim of int4 that another backend computes',
    'int4 is claimed, and gives the right numbers',
    defineBackend({
      ...right,
      load: async (model, options) => ({
        ...(await right.load(model, options)),
        fallbackNodes: [{ node: 'n', operator: 'com.microsoft.MatMulNBits', reason: 'cpu computes it' }],
      }),
    }),
  ],
  [
    'inputs that are written to',
    'the same inputs give the same bits, and inputs stay as they were',
    running(async (inner, feeds) => {
      const outputs = await inner.run(feeds)
      for (const { data } of Object.values(feeds)) if (data instanceof Float32Array) data.fill(0)
      return outputs
    }),
  ],
  ['a profile of another backend', 'says what it computes on, or in one line why it cannot and what to do', { ...cpu, name: 'acme/npu' }],
]

describe('a backend with one planted fault is caught', () => {
  test.each(faults)('%s, by “%s”', async (_, check, backend) => {
    expect(await failuresOf(backend, check)).toEqual([check])
  })
})

/** A tensor of the runtime's class as a plain one. */
function own({ type, dims, data }: Tensor): Tensor {
  return { type, dims, data }
}

function staleBuffers(): Backend {
  const buffers = new Map<string, Float32Array>()
  return withOutputs((tensor) => {
    if (!(tensor.data instanceof Float32Array)) return tensor
    const key = tensor.dims.join()
    const buffer = buffers.get(key) ?? new Float32Array(tensor.data.length)
    buffers.set(key, buffer)
    buffer.set(tensor.data)
    return { ...own(tensor), data: buffer }
  })
}
