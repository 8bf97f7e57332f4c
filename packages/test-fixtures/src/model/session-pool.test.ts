import type { Backend, Session } from '@vitest-hardware/backends'
import { getBackend, openSessionCount } from '@vitest-hardware/backends'
import { encodeModel, GraphBuilder } from '@vitest-hardware/onnx-graph'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SessionPool } from './session-pool.ts'

const cpu = getBackend('cpu')
let folder: string
let path: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'session-pool-'))
  path = join(folder, 'model.onnx')
  const graph = new GraphBuilder({ name: 'double' })
  graph.output('y', graph.node('Add', [graph.input('x', 'float32', [2]), 'x']), 'float32', [2])
  await writeFile(path, encodeModel(graph.build()))
})
afterAll(() => rm(folder, { recursive: true }))

test('the same model and options share one session until the last holder gives it back', async () => {
  const pool = new SessionPool()
  const before = openSessionCount()
  const [first, second] = [pool.lease(), pool.lease()]
  const session = await first.open(cpu, path)
  expect(await first.open(cpu, path)).toBe(session)
  expect(await second.open(cpu, path, { graphOptimizationLevel: 'all' })).toBe(session)
  expect(openSessionCount()).toBe(before + 1)
  await first.release()
  expect((await session.run({ x: { type: 'float32', dims: [2], data: Float32Array.of(1, 2) } }))['y']?.data).toEqual(Float32Array.of(2, 4))
  await second.release()
  expect(openSessionCount()).toBe(before)
  expect(pool.size).toBe(0)
})

test('other options are another session', async () => {
  const pool = new SessionPool()
  const lease = pool.lease()
  expect(await lease.open(cpu, path)).not.toBe(await lease.open(cpu, path, { graphOptimizationLevel: 'disabled' }))
  await lease.release()
  expect(pool.size).toBe(0)
})

test('backends of one name that open differently, as each page of a browser opens in itself, share no session; copies of one do', async () => {
  const pool = new SessionPool()
  const lease = pool.lease()
  const session = await lease.open(cpu, path)
  expect(await lease.open({ ...cpu }, path)).toBe(session)
  expect(await lease.open({ ...cpu, open: (model, options) => cpu.open(model, options) }, path)).not.toBe(session)
  await lease.release()
  expect(pool.size).toBe(0)
})

test('a lease may be used again after it was released', async () => {
  const pool = new SessionPool()
  const lease = pool.lease()
  const session = await lease.open(cpu, path)
  await lease.release()
  expect(await lease.open(cpu, path)).not.toBe(session)
  await lease.release()
  expect(pool.size).toBe(0)
})

test('a model that does not load is not kept: whoever asks next gets the error too', async () => {
  const pool = new SessionPool()
  const lease = pool.lease()
  const missing = join(folder, 'missing.onnx')
  await expect(lease.open(cpu, missing)).rejects.toThrow('there is no such model file')
  await expect(lease.open(cpu, missing)).rejects.toThrow('there is no such model file')
  expect(pool.size).toBe(0)
  await lease.release()
})

test('a session that is still opening when it is given back is disposed once open', async () => {
  const opening = Promise.withResolvers<Session>()
  const slow: Backend = { ...cpu, open: () => opening.promise }
  const before = openSessionCount()
  const pool = new SessionPool()
  const lease = pool.lease()
  const session = lease.open(slow, path)
  const released = lease.release()
  opening.resolve(await cpu.open({ path }))
  await released
  await session
  expect(openSessionCount()).toBe(before)
})
