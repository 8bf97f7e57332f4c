// Writes one run's results, a few at a time, and says on stdout how many are on disk. Started by the tests, which kill it.
import { openStore } from '@vitest-hardware/results-store'
import { newId } from '@vitest-hardware/contracts'

const [path, mode = 'flush'] = process.argv.slice(2)
const store = await openStore(path!)
const run = {
  runId: newId(),
  startedAt: new Date().toISOString(),
  endedAt: null,
  state: 'running' as const,
  command: 'writer',
  vitestVersion: '5.1.1',
  nodeVersion: process.versions.node,
  gitCommit: null,
  gitBranch: null,
  gitDirty: null,
  isCi: false,
}
store.beginRun(run)
process.stdout.write(`run ${run.runId}\n`)
for (let written = 0; ;) {
  const tests = Array.from({ length: 20 }, (_, index) => ({
    testId: newId(),
    file: 'a',
    name: `${written + index}`,
    model: null,
    modelType: null,
    family: null,
    task: null,
  }))
  store.add({
    tests,
    results: tests.map(({ testId }) => ({
      testResultId: newId(),
      runId: run.runId,
      testId,
      hardwareProfileId: null,
      project: 'p',
      backend: null,
      state: 'passed' as const,
      reason: null,
      startedAt: new Date().toISOString(),
      durationMs: 1,
      retries: 0,
      provenance: 'measured',
    })),
  })
  if (mode === 'flush') await store.flush()
  else await new Promise((resolve) => setTimeout(resolve, 20))
  written += tests.length
  process.stdout.write(`${mode === 'flush' ? 'flushed' : 'queued'} ${written} ${Date.now()}\n`)
}
