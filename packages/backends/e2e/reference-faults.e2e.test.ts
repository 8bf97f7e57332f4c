import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getBackend, type ModelSource } from '@vitest-hardware/backends'
import { resolveModel } from '@vitest-hardware/model-catalogue'
import type { Tensors } from '@vitest-hardware/onnx-graph'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { inSwiftshader, isChild } from './in-swiftshader.ts'
import { scaledDifference } from './reference-agreement.ts'
import { type Fault, faults, withFault } from './reference-faults.ts'

/** What a right backend may differ by, in parts of an output's largest element; a fault must show ten times as much. */
const tolerance = 1e-4

// all faults in one child process, in which a processor compiles every shader
vi.setConfig({ testTimeout: 300_000 })

let cacheFolder: string
beforeAll(async () => {
  cacheFolder = await mkdtemp(join(tmpdir(), 'reference-faults-'))
})
afterAll(() => rm(cacheFolder, { recursive: true }))

async function run(backend: string, source: ModelSource, feeds: Tensors): Promise<Tensors> {
  await using session = await getBackend(backend).open(source)
  return await session.run(feeds)
}

function worst(given: Tensors, expected: Tensors): number {
  return Math.max(...Object.keys(expected).map((name) => scaledDifference(given, expected, name)))
}

async function isCaughtOn(backend: string, fault: Fault): Promise<void> {
  const model = await resolveModel({ model: fault.model }, { cacheFolder, root: cacheFolder })
  const feeds = model.inputs()
  const bytes = await readFile(model.path)
  const expected = await run('reference', { bytes }, feeds)
  expect(worst(await run(backend, { bytes }, feeds), expected), 'the model as it is').toBeLessThan(tolerance)
  const faulty = await run(backend, { bytes: withFault(bytes, fault) }, feeds)
  expect(worst(faulty, expected), 'with the fault').toBeGreaterThan(10 * tolerance)
}

describe.runIf(!isChild).each(['cpu', 'wasm', 'reference'])('outputs of reference catch on %s', (backend) => {
  test.for(faults)('$name ($model)', (fault) => isCaughtOn(backend, fault))
})

describe('outputs of reference catch on webgpu', () => {
  inSwiftshader(import.meta.filename, () => {
    test.for(faults)('$name ($model)', (fault) => isCaughtOn('webgpu', fault))
  })
})
