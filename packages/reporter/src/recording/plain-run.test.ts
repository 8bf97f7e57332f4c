import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId, type Run, type Test, type TestResult, testIdOf } from '@vitest-hardware/contracts'
import { openStore } from '@vitest-hardware/results-store'
import { expect, test } from 'vitest'
import { PlainRun } from './plain-run.ts'

test('its report is the one that the store reads back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'plain-run-'))
  try {
    await using store = await openStore(join(folder, 'results.duckdb'))
    const startedAt = '2026-01-01T00:00:00.000Z'
    const run: Run = {
      runId: newId(),
      startedAt,
      endedAt: null,
      state: 'running',
      command: 'vitest run',
      vitestVersion: '5.1.1',
      nodeVersion: '24.9.0',
      gitCommit: null,
      gitBranch: null,
      gitDirty: null,
      isCi: false,
    }
    store.beginRun(run)
    const plain = new PlainRun()
    const states = ['passed', 'failed', 'skipped', 'interrupted', 'skipped'] as const
    for (let index = 0; index < 50; index++) {
      const [file, name, state] = [`b${index % 3}.test.ts`, `test ${(index * 7) % 50}`, states[index % 5]!]
      const one: Test = { testId: testIdOf(file, name), file, name, model: null, modelType: null, family: null, task: null }
      const result: TestResult = {
        testResultId: newId(),
        runId: run.runId,
        testId: one.testId,
        hardwareProfileId: null,
        project: 'unit',
        backend: null,
        state,
        reason: state === 'passed' ? null : `reason ${index % 4}`,
        startedAt: new Date(Date.parse(startedAt) + ((index * 13) % 20)).toISOString(),
        durationMs: index / 7,
        retries: index % 2,
        provenance: index % 9 === 0 ? 'simulated' : 'measured',
      }
      plain.add(one, result)
      store.add({ tests: [one], results: [result] })
    }
    const endedAt = '2026-01-01T00:01:00.000Z'
    await store.finishRun(run.runId, 'failed', endedAt)
    expect(plain.report({ ...run, state: 'failed', endedAt })).toEqual(await store.report(run.runId))
  } finally {
    rmSync(folder, { recursive: true })
  }
})
