import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ProjectRun, type ReportedTest, runProject } from './run-project.ts'

// What is left behind is looked for in a folder of temporary files that only these runs have.
let folder: string
const before = process.env.TMPDIR
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'robustness-'))
  process.env.TMPDIR = folder
})
afterEach(async () => {
  if (before === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = before
  await rm(folder, { recursive: true, force: true })
})

const header = `
import { appendFileSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test as plain } from 'vitest'
import { browserTest, modelTest } from '@vitest-hardware/test-fixtures'
const note = (pid) => appendFileSync(process.env.TMPDIR + '/pids', pid + '\\n')
`

function outcome({ tests }: ProjectRun, name: string): Pick<ReportedTest, 'state' | 'errors'> {
  const { state, errors } = tests.find((one) => one.name === name)!
  return { state, errors }
}

/** Processes of every browser that the tests noted, and profiles; a browser that was killed takes a moment to be gone. */
async function leftovers(): Promise<string[]> {
  const pids = (await readFile(join(folder, 'pids'), 'utf8')).trim().split('\n').map(Number)
  expect(pids.length).toBeGreaterThan(0)
  for (let attempt = 0; ; attempt += 1) {
    const groups = pids.filter((pid) => isAlive(-pid) || isAlive(pid)).map((pid) => `browser ${pid}`)
    const profiles = (await readdir(folder)).filter((name) => name.startsWith('vitest-hardware-browser-'))
    if ((groups.length === 0 && profiles.length === 0) || attempt === 100) return [...new Set(groups), ...profiles]
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

test('a browser that is killed fails its test alone, and the next has a fresh one', async () => {
  const suite = `${header}
const test = browserTest({ model: 'bert' })
let first
test('before', async ({ browser, page }) => { first = browser.pid; note(browser.pid); expect(await page.evaluate(() => 1)).toBe(1) })
test('killed while the page is used', async ({ browser, page }) => {
  process.kill(browser.pid, 'SIGKILL')
  await page.evaluate(() => new Promise(() => {}))
})
test('next', async ({ browser, session, inputs, reference }) => {
  note(browser.pid)
  expect(browser.pid).not.toBe(first)
  expect(await session.run(inputs)).toMatchOutputs(reference, { tolerance: 1e-4 })
})
test('killed while a model runs', async ({ browser, session, inputs }) => {
  setTimeout(() => process.kill(browser.pid, 'SIGKILL'), 20)
  for (;;) await session.run(inputs)
})
test('killed unseen', async ({ browser }) => { process.kill(browser.pid, 'SIGKILL'); await new Promise((resolve) => setTimeout(resolve, 100)) })
test('last', async ({ browser, page }) => { note(browser.pid); expect(await page.evaluate(() => 2)).toBe(2) })
`
  const run = await runProject({ files: { 'killed.hardware.test.ts': suite } })
  const crashed = expect.stringMatching(/the browser chromium ended: killed by SIGKILL/)
  expect(run.tests.map(({ name, state }) => `${name}: ${state}`)).toEqual([
    'before: passed',
    'killed while the page is used: failed',
    'next: passed',
    'killed while a model runs: failed',
    'killed unseen: failed',
    'last: passed',
  ])
  for (const name of ['killed while the page is used', 'killed while a model runs', 'killed unseen']) {
    expect(outcome(run, name).errors.at(-1)).toEqual(crashed)
  }
  expect(await leftovers()).toEqual([])
})

test('a page that hangs, crashes or loses its device is told apart, and the next test goes on', async () => {
  const suite = `${header}
const test = browserTest({ backend: 'webgpu' })
const bert = browserTest({ backend: 'webgpu', model: 'bert' })
const gpuProcess = (group) => readdirSync('/proc').filter((name) => /^\\d+$/.test(name)).find((pid) => {
  try {
    return readFileSync('/proc/' + pid + '/cmdline', 'utf8').includes('--type=gpu-process') && readFileSync('/proc/' + pid + '/stat', 'utf8').split(') ')[1].split(' ')[2] === String(group)
  } catch { return false }
})
test('starts', ({ page }) => {})
test('hangs', async ({ browser, page }) => { note(browser.pid); await page.evaluate(() => { for (;;); }) }, 3000)
test('after the hang', async ({ browser, page }) => { note(browser.pid); expect(await page.evaluate(() => 1)).toBe(1) })
test('crashes', async ({ page }) => { await page.goto('chrome://crash') })
test('after the crash', async ({ browser, page }) => { note(browser.pid); expect(await page.evaluate(() => 1)).toBe(1) })
bert('loses its device', async ({ browser, session, inputs }) => {
  await session.run(inputs)
  process.kill(Number(gpuProcess(browser.pid)), 'SIGKILL')
  for (;;) await session.run(inputs)
})
test('loses a device of the page', async ({ browser, page }) => {
  note(browser.pid)
  await page.evaluate(async () => { globalThis.device = await (await navigator.gpu.requestAdapter()).requestDevice() })
  process.kill(Number(gpuProcess(browser.pid)), 'SIGKILL')
  await page.evaluate(() => globalThis.device.lost.then(() => {}))
})
bert('after the losses', async ({ session, inputs, reference }) => {
  expect(await session.run(inputs)).toMatchOutputs(reference, { tolerance: 1e-4 })
})
`
  const run = await runProject({ files: { 'told-apart.hardware.test.ts': suite } })
  const last = Object.fromEntries(run.tests.map(({ name, state, errors }) => [name, [state, errors.at(-1)]]))
  expect(last).toEqual({
    starts: ['passed', undefined],
    hangs: ['failed', expect.stringMatching(/chromium hangs: no answer/)],
    'after the hang': ['passed', undefined],
    crashes: ['failed', expect.stringMatching(/a page of chromium crashed/)],
    'after the crash': ['passed', undefined],
    'loses its device': ['failed', expect.stringMatching(/chromium lost its WebGPU device/)],
    'loses a device of the page': ['failed', expect.stringMatching(/chromium lost its WebGPU device/)],
    'after the losses': ['passed', undefined],
  })
  expect(await leftovers()).toEqual([])
})

test('50 tests leave nothing behind', async () => {
  const suite = `${header}
const test = browserTest()
for (let index = 0; index < 50; index += 1) {
  test(\`test \${index}\`, async ({ browser, page }) => {
    if (index % 10 === 0) note(browser.pid)
    expect(await page.evaluate((value) => value + 1, index)).toBe(index + 1)
    if (index === 25) process.kill(browser.pid, 'SIGKILL')
  })
}
`
  const run = await runProject({ files: { 'fifty.hardware.test.ts': suite } })
  expect(run.tests.filter(({ state }) => state === 'passed')).toHaveLength(49)
  expect(run.tests[25]).toMatchObject({ state: 'failed' })
  expect(await leftovers()).toEqual([])
})

test.for(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)('a run that is ended by %s leaves nothing behind', async (signal) => {
  const root = join(import.meta.dirname, `.tmp-${signal}-${process.pid}`)
  await mkdir(root)
  try {
    const suite = `${header}
browserTest()('waits', async ({ browser, page }) => { note(browser.pid); await page.evaluate(() => new Promise(() => {})) }, 60_000)
`
    await writeFile(join(root, 'waits.test.ts'), suite)
    await writeFile(
      join(root, 'vitest.config.ts'),
      `export default { test: { root: ${JSON.stringify(root)}, include: ['*.test.ts'], pool: 'forks' } }`,
    )
    const vitest = fileURLToPath(new URL('vitest.mjs', import.meta.resolve('vitest/package.json')))
    const child = spawn(process.execPath, [vitest, 'run', '--root', root], {
      cwd: root,
      env: { ...process.env, VITEST: undefined, VITEST_WORKER_ID: undefined, VITEST_POOL_ID: undefined, NODE_ENV: undefined },
      stdio: 'ignore',
    })
    const closed = new Promise((resolve) => child.once('close', resolve))
    const started = async (): Promise<boolean> => (await readdir(folder)).includes('pids')
    while (!(await started())) await new Promise((resolve) => setTimeout(resolve, 100))
    expect(isAlive(Number((await readFile(join(folder, 'pids'), 'utf8')).trim()))).toBe(true)
    child.kill(signal)
    await closed
    expect(await leftovers()).toEqual([])
  } finally {
    await rm(root, { recursive: true, force: true })
  }
})
