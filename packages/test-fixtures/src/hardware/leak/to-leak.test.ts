import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getBackend, type Session } from '@vitest-hardware/backends'
import { encodeModel, GraphBuilder } from '@vitest-hardware/onnx-graph'
import { afterAll, beforeAll, expect, test } from 'vitest'
import '../hardware-matchers.ts'
import { leaksIn, nothingLeaked } from './leak-message.ts'
import type { LeakReport } from './watch-for-leaks.ts'

const cpu = getBackend('cpu')
const options = { iterations: 10, warmup: 4 }
const elements = 2 ** 20
let folder: string
let path: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'to-leak-'))
  path = join(folder, 'model.onnx')
  const graph = new GraphBuilder({ name: 'add' })
  // big enough that a session cannot live in what others gave back
  const weight = graph.weight('weight', { type: 'float32', dims: [elements], data: new Float32Array(elements).fill(1) })
  graph.output('y', graph.node('Add', [graph.input('x', 'float32', [elements]), weight]), 'float32', [elements])
  await writeFile(path, encodeModel(graph.build()))
})
afterAll(() => rm(folder, { recursive: true }))

test('work that gives everything back does not leak', { timeout: 60_000 }, async () => {
  await expect(async () => {
    await using session = await cpu.open({ path })
    await session.run({ x: { type: 'float32', dims: [elements], data: new Float32Array(elements) } })
  }).not.toLeak(options)
})

test('sessions that stay open are counted, and what they hold outside of V8 is seen in the resident set', { timeout: 60_000 }, async () => {
  const kept: Session[] = []
  const work = async (): Promise<void> => void kept.push(await cpu.open({ path }))
  await expect(expect(work).not.toLeak(options)).rejects.toThrow(
    /the work leaks\n {2}sessions: 10 more than before 10 iterations\n[^]*resident memory grows by [\d.]+ MiB/,
  )
  for (const session of kept) await session[Symbol.asyncDispose]()
})

test('objects that stay are seen in JavaScript memory', { timeout: 60_000 }, async () => {
  const kept: number[][] = []
  const work = (): void => void kept.push(Array.from({ length: 50_000 }, (_, index) => index + 0.5))
  await expect(expect(work).not.toLeak(options)).rejects.toThrow(/JavaScript memory grows by 39\d(\.\d)? KiB per iteration \(n = 10, /)
  await expect(work).toLeak(options)
})

const still = { slope: 0, low: 0, high: 0, n: 20 }
const clean: LeakReport = { iterations: 20, sessions: 0, javascript: still, resident: still, maxGrowthBytes: 16384 }

test('the message says what leaked, and noise is no leak', () => {
  expect(leaksIn(clean)).toEqual([])
  const noise = { slope: 50_000, low: -300, high: 80_000, n: 20 }
  expect(leaksIn({ ...clean, sessions: -1, resident: noise })).toEqual([])
  const growing = { slope: 1.25 * 2 ** 20, low: 2 ** 20, high: 2 ** 21, n: 20 }
  expect(leaksIn({ ...clean, sessions: 3, resident: growing })).toEqual([
    'sessions: 3 more than before 20 iterations',
    'resident memory grows by 1.2 MiB per iteration (n = 20, 99 % interval 1 MiB … 2 MiB, allowed 16 KiB)',
  ])
  expect(nothingLeaked({ ...clean, resident: { ...still, slope: -2048 } })).toContain('resident memory by −2 KiB per iteration')
})

test('wrong use says so', async () => {
  await expect(expect(5).not.toLeak()).rejects.toThrow('toLeak does work again and again, so give a function')
  await expect(expect(() => {}).not.toLeak({ iterations: 3 })).rejects.toThrow('toLeak: iterations cannot be 3')
  await expect(expect(() => {}).not.toLeak({ maxGrowth: -1 })).rejects.toThrow('maxGrowth: -1 is no amount of bytes')
})
