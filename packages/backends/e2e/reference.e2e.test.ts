import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getBackend } from '@vitest-hardware/backends'
import { modelTypes, resolveModel } from '@vitest-hardware/model-catalogue'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findCases, runCase } from '../scripts/reference-cases.ts'
import { catalogueOperators, judgeCases, tablePath, tableText } from '../scripts/reference-table.ts'
import { expectAgreementWithCpu } from './reference-agreement.ts'

const data = process.env['VITEST_HARDWARE_DATA']

describe("ONNX's own cases (needs VITEST_HARDWARE_DATA)", async () => {
  if (data === undefined) {
    test('needs data', ({ skip }) => skip('VITEST_HARDWARE_DATA does not name the folder with real models'))
    return
  }
  const cases = await findCases(data)

  test.for(cases)('$suite $name', async (each, { skip }) => {
    const outcome = await runCase(getBackend('reference'), each)
    skip(outcome.state === 'unclaimed', outcome.state === 'unclaimed' ? outcome.reason : '')
    expect(outcome).toEqual({ state: 'passed' })
  })

  test('only the training operators of a preview domain are not claimed', async () => {
    const judged = await judgeCases(data)
    const unclaimed = judged.filter(({ outcome }) => outcome.state === 'unclaimed')
    expect(unclaimed.every(({ operators }) => operators.some((operator) => operator.startsWith('ai.onnx.preview.training.')))).toBe(true)
    expect(await readFile(tablePath, 'utf8'), 'run node packages/backends/scripts/reference-table.ts').toBe(
      tableText(judged, await catalogueOperators()),
    )
  })
})

describe('models of the catalogue', () => {
  let cacheFolder: string
  beforeAll(async () => {
    cacheFolder = await mkdtemp(join(tmpdir(), 'reference-'))
  })
  afterAll(() => rm(cacheFolder, { recursive: true }))

  test.for(modelTypes().map(({ type }) => type))('%s agrees with cpu', async (type) => {
    const model = await resolveModel({ model: type }, { cacheFolder, root: cacheFolder })
    await expectAgreementWithCpu(model.path, model.inputs(), 1e-4)
  })
})
