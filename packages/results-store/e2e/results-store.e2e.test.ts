import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { newId } from '@vitest-hardware/contracts'
import {
  checkStore,
  mergeStores,
  openStore,
  queryReadOnly,
  StoreLockedError,
  StoreUnwritableError,
  StoreWriteError,
} from '@vitest-hardware/results-store'
import { afterEach, beforeEach, expect, test, type TestContext } from 'vitest'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'results-e2e-'))
  path = join(folder, 'results.duckdb')
})
afterEach(() => {
  spawnSync('sh', ['-c', `mountpoint -q '${folder}' && umount '${folder}'`])
  rmSync(folder, { recursive: true, force: true })
})

interface Writer extends AsyncDisposable {
  readonly process: ChildProcess
  readonly lines: string[]
  waitFor(pattern: RegExp): Promise<string>
}

function startWriter(mode: 'flush' | 'queue'): Writer {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'writer.ts'), path, mode], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines: string[] = []
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line))
  return {
    process: child,
    lines,
    async waitFor(pattern) {
      for (;;) {
        const found = lines.find((line) => pattern.test(line))
        if (found !== undefined) return found
        if (child.exitCode !== null) throw new Error(`the writer ended with ${child.exitCode}`)
        await sleep(5)
      }
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGKILL')
        await once(child, 'exit')
      }
    },
  }
}

const count = async (where = 'true'): Promise<number> =>
  Number((await queryReadOnly(path, `SELECT count(*)::INTEGER AS n FROM test_results WHERE ${where}`))[0]!['n'])

test('kill -9 at random moments, 20 times: every acknowledged row is there, and the next run goes on', async () => {
  const expected: { runId: string; rows: number }[] = []
  for (let round = 0; round < 20; round++) {
    await using writer = startWriter('flush')
    await writer.waitFor(/^flushed/)
    await sleep(Math.random() * 120)
    writer.process.kill('SIGKILL')
    await once(writer.process, 'close')
    const acknowledged = writer.lines.findLast((line) => line.startsWith('flushed'))!
    expected.push({ runId: writer.lines[0]!.split(' ')[1]!, rows: Number(acknowledged.split(' ')[1]) })
    const { runId, rows } = expected.at(-1)!
    expect(await count(`run_id = '${runId}'`)).toBeGreaterThanOrEqual(rows)
  }
  for (const { runId, rows } of expected) expect(await count(`run_id = '${runId}'`)).toBeGreaterThanOrEqual(rows)
  const store = await openStore(path)
  expect((await store.runs()).map((run) => run.state)).toEqual(Array.from({ length: 20 }, () => 'interrupted'))
  await store[Symbol.asyncDispose]()
  expect((await checkStore(path)).issues).toEqual([])
})

test('without an explicit flush, what is older than a second survives a kill', async () => {
  await using writer = startWriter('queue')
  await writer.waitFor(/^queued/)
  await sleep(2500)
  writer.process.kill('SIGKILL')
  await once(writer.process, 'close')
  const killedAt = Number(writer.lines.at(-1)!.split(' ')[2])
  const old = writer.lines.findLast((line) => line.startsWith('queued') && Number(line.split(' ')[2]) < killedAt - 1000)!
  expect(await count()).toBeGreaterThanOrEqual(Number(old.split(' ')[1]))
})

test('a file that another process writes: says who, or writes a side file that merges', async () => {
  await using writer = startWriter('flush')
  await writer.waitFor(/^flushed/)
  const error = await openStore(path).then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(StoreLockedError)
  expect((error as StoreLockedError).message).toMatch(new RegExp(`process ${writer.process.pid} .*writer\\.ts`))
  let side: string
  {
    await using store = await openStore(path, { onLocked: 'side-file' })
    side = store.path
    expect(store.notices[0]).toContain(`db merge`)
    store.beginRun({ ...emptyRun(), state: 'passed' })
  }
  writer.process.kill('SIGKILL')
  await once(writer.process, 'close')
  expect((await mergeStores(path, [side]))[0]!.added.runs).toBe(1)
})

test('a disk with no space left: nothing flushed is lost, the rest goes to the temporary folder', async (context) => {
  mountTmpfs(context, 'size=3m')
  const run = emptyRun()
  const store = await openStore(path)
  store.beginRun(run)
  await store.flush()
  addResults(store, run.runId, 500)
  await store.flush()
  // dd ends with an error when the disk is full, which is what it is for
  spawnSync('dd', ['if=/dev/zero', `of=${join(folder, 'ballast')}`, 'bs=4k'])
  addResults(store, run.runId, 20_000)
  await expect(store.flush()).rejects.toThrow(StoreWriteError)
  const error = await store[Symbol.asyncDispose]().then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(StoreWriteError)
  const { savedTo } = error as StoreWriteError
  expect((error as Error).message).toMatch(/20000 rows|40000 rows/)
  rmSync(join(folder, 'ballast'))
  expect(await count()).toBe(500)
  try {
    execFileSync('umount', [folder])
    expect((await mergeStores(join(folder, 'all.duckdb'), [savedTo!]))[0]!.added.test_results).toBe(20_000)
  } finally {
    rmSync(savedTo!, { force: true })
  }
})

test('a read-only folder', async (context) => {
  mountTmpfs(context, 'ro')
  await expect(openStore(path)).rejects.toThrow(StoreUnwritableError)
  expect(readdirSync(folder)).toEqual([])
})

/** Mounts a small file system over the test's folder; it is unmounted after the test. */
function mountTmpfs(context: TestContext, options: string): void {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    context.skip('cannot mount a tmpfs here: needs Linux and root')
  }
}

function emptyRun() {
  const startedAt = new Date().toISOString()
  return {
    runId: newId(),
    startedAt,
    endedAt: null,
    state: 'running' as const,
    command: 'test',
    vitestVersion: '5',
    nodeVersion: '24',
    gitCommit: null,
    gitBranch: null,
    gitDirty: null,
    isCi: false,
  }
}

function addResults(store: Awaited<ReturnType<typeof openStore>>, runId: string, amount: number): void {
  const startedAt = new Date().toISOString()
  const results = Array.from({ length: amount }, () => ({
    testResultId: newId(),
    runId,
    testId: newId(),
    hardwareProfileId: null,
    project: 'p',
    backend: null,
    state: 'passed' as const,
    reason: null,
    startedAt,
    durationMs: 1,
    retries: 0,
    provenance: 'measured' as const,
  }))
  store.add({ results })
}
