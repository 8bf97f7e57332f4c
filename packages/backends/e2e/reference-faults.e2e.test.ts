import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Backend, getBackend, type ModelSource } from '@vitest-hardware/backends'
import { browserBackend, closeBrowsers } from '@vitest-hardware/backends/browsers'
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
afterAll(async () => {
  await closeBrowsers()
  await rm(cacheFolder, { recursive: true })
})

async function run(backend: Backend, source: ModelSource, feeds: Tensors): Promise<Tensors> {
  await using session = await backend.open(source)
  return await session.run(feeds)
}

function worst(given: Tensors, expected: Tensors): number {
  return Math.max(...Object.keys(expected).map((name) => scaledDifference(given, expected, name)))
}

async function isCaughtOn(backend: Backend, fault: Fault): Promise<void> {
  const model = await resolveModel({ model: fault.model }, { cacheFolder, root: cacheFolder })
  const feeds = model.inputs()
  const bytes = await readFile(model.path)
  const expected = await run(getBackend('reference'), { bytes }, feeds)
  expect(worst(await run(backend, { bytes }, feeds), expected), 'the model as it is').toBeLessThan(tolerance)
  const faulty = await run(backend, { bytes: withFault(bytes, fault) }, feeds)
  expect(worst(faulty, expected), 'with the fault').toBeGreaterThan(10 * tolerance)
}

describe.runIf(!isChild).each(['cpu', 'wasm', 'reference'])('outputs of reference catch on %s', (backend) => {
  test.for(faults)('$name ($model)', (fault) => isCaughtOn(getBackend(backend), fault))
})

describe('outputs of reference catch on webgpu', () => {
  inSwiftshader(import.meta.filename, () => {
    test.for(faults)('$name ($model)', (fault) => isCaughtOn(getBackend('webgpu'), fault))
  })
})

describe.runIf(!isChild).each(['wasm', 'webgpu'] as const)('outputs of reference catch in chromium on %s', async (name) => {
  const backend = browserBackend('chromium', name)
  const detection = await backend.detect()

  test.for(faults)('$name ($model)', async (fault, { skip }) => {
    skip(!detection.available, detection.available ? '' : detection.reason)
    await isCaughtOn(backend, fault)
  })
})
