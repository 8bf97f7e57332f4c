import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openStore } from '@vitest-hardware/results-store'
import { expect, test } from 'vitest'
import { temporaryProject } from './temporary-project.ts'

async function writeRun(path: string): Promise<void> {
  await using store = await openStore(path)
  const runId = '01900000-0000-7000-8000-000000000001'
  const startedAt = '2026-01-01T00:00:00.000Z'
  store.beginRun({
    runId,
    startedAt,
    endedAt: null,
    state: 'running',
    command: 'vitest',
    vitestVersion: '5',
    nodeVersion: '24',
    gitCommit: null,
    gitBranch: null,
    gitDirty: null,
    isCi: false,
  })
  await store.finishRun(runId, 'passed', startedAt)
}

test('doctor names every backend and browser, with a reason and a next step where it cannot run', () => {
  using project = temporaryProject({})
  const { status, output } = project.command(['doctor', '--json'])
  expect(status).toBe(0)
  const { backends, browsers } = JSON.parse(output) as {
    browsers: { browser: string; found: boolean; reason?: string; nextStep?: string }[]
    backends: { backend: string; detection: { available: boolean; reason?: string; nextStep?: string } }[]
  }
  expect(backends.map(({ backend }) => backend).sort()).toEqual([
    'coreml',
    'cpu',
    'cuda',
    'directml',
    'openvino',
    'qnn',
    'reference',
    'rocm',
    'wasm',
    'webgpu',
    'webnn',
  ])
  expect(backends.find(({ backend }) => backend === 'cpu')!.detection.available).toBe(true)
  for (const { detection } of backends)
    if (!detection.available) expect([detection.reason, detection.nextStep].every((text) => (text ?? '').length > 5)).toBe(true)
  expect(browsers.map(({ browser }) => browser)).toEqual(['chromium', 'chrome', 'edge', 'firefox', 'safari'])
  expect(browsers[0]!.found).toBe(true)
  for (const { found, reason, nextStep } of browsers)
    if (!found) expect([reason, nextStep].every((text) => (text ?? '').length > 5)).toBe(true)
})

test('report writes the page and the JSON of the newest run', async () => {
  using project = temporaryProject({})
  await writeRun(join(project.folder, '.vitest-hardware', 'results.duckdb'))
  expect(project.command(['report']).status).toBe(0)
  expect(readFileSync(join(project.folder, '.vitest-hardware', 'report.html'), 'utf8')).toContain('vitest-hardware/report@1')
  expect(project.command(['report', '--format', 'json', '--out', 'r.json']).status).toBe(0)
  expect(JSON.parse(readFileSync(join(project.folder, 'r.json'), 'utf8'))).toMatchObject({ run: { state: 'passed' } })
})

test('db merges, queries, exports, migrates and checks', async () => {
  using project = temporaryProject({})
  await writeRun(join(project.folder, 'a.duckdb'))
  expect(project.command(['db', 'merge', 'all.duckdb', 'a.duckdb'])).toMatchObject({ status: 0, output: expect.stringContaining('1 runs') })
  const query = project.command(['db', 'query', 'SELECT count(*)::INTEGER AS n FROM runs', '--db', 'all.duckdb', '--json'])
  expect(JSON.parse(query.output)).toEqual([{ n: 1 }])
  expect(project.command(['db', 'export', 'out', '--db', 'all.duckdb']).status).toBe(0)
  expect(existsSync(join(project.folder, 'out', 'runs.parquet'))).toBe(true)
  expect(project.command(['db', 'migrate', '--db', 'all.duckdb']).output).toContain('nothing to do')
  expect(project.command(['db', 'check', '--db', 'all.duckdb'])).toMatchObject({ status: 0, output: expect.stringContaining('no issues') })
})

test.each([
  [['docter'], /docter.*\(vitest-hardware --help/s],
  [['doctor', '--jsn'], /unknown option '--jsn'/],
  [['report'], /there is no results database/],
  [['report', '--format', 'pdf'], /Allowed choices are html, json/],
  [['db'], /merge/],
  [['db', 'query', 'SELECT 1', '--db', 'missing.duckdb'], /missing\.duckdb/],
  [['db', 'merge', 'x.duckdb'], /missing required argument/],
])('%j is refused with exit code 2 and one message', (args, message) => {
  using project = temporaryProject({})
  const { status, output } = project.command(args)
  expect(output).toMatch(message)
  expect(output).not.toMatch(/\n\s+at /)
  expect(status).toBe(2)
})

test('help and version are no errors', () => {
  using project = temporaryProject({})
  expect(project.command(['--help'])).toMatchObject({ status: 0, output: expect.stringContaining('doctor') })
  expect(project.command(['db', 'merge', '--help']).status).toBe(0)
  expect(project.command(['--version'])).toMatchObject({ status: 0, output: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
})
