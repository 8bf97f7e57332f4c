import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { queryReadOnly, checkStore } from '@vitest-hardware/results-store'
import { expect, test, type TestContext } from 'vitest'
import { temporaryProject } from './temporary-project.ts'

const one = `
import { test } from 'vitest'
import { measured, subject } from './recording.js'
test('measures', async ({ task }) => { await subject(task); await measured(task) })
`

/** Tests that go on for a while and say which of them have ended, one line in a file each. */
const many = `
import { appendFileSync } from 'node:fs'
import { test } from 'vitest'
import { measured, subject } from './recording.js'
for (let index = 0; index < 800; index++) {
  test('number ' + index, async ({ task }) => {
    await subject(task)
    await measured(task)
    await new Promise((resolve) => setTimeout(resolve, 10))
    appendFileSync('ended.log', Date.now() + ' number ' + index + '\\n')
  })
}
`

test(
  'kill -9 at random moments, 20 times: the database opens, holds what was flushed, and the next run goes on',
  { timeout: 300_000 },
  async () => {
    using project = temporaryProject()
    project.write('many.hardware.test.js', many)
    const database = join(project.folder, 'results.duckdb')
    for (let round = 0; round < 20; round++) {
      rmSync(join(project.root, 'ended.log'), { force: true })
      const run = project.start()
      while (!existsSync(join(project.root, 'ended.log')) && run.process.exitCode === null) await sleep(10)
      await sleep(Math.random() * 2500)
      const killedAt = Date.now()
      run.process.kill('SIGKILL')
      await run.finished
      // a second is what a kill may cost, and the machine may be busy for another
      const ended = readFileSync(join(project.root, 'ended.log'), 'utf8')
        .split('\n')
        .filter((line) => line !== '' && Number(line.split(' ')[0]) < killedAt - 2000)
      if (!existsSync(database)) continue
      const [row] = await queryReadOnly(
        database,
        `SELECT count(*)::INTEGER AS n FROM test_results WHERE run_id = (SELECT run_id FROM runs ORDER BY started_at DESC LIMIT 1)`,
      )
      expect(Number(row!['n'])).toBeGreaterThanOrEqual(ended.length)
    }
    rmSync(join(project.root, 'many.hardware.test.js'))
    project.write('one.hardware.test.js', one)
    const next = await project.run()
    expect(next).toMatchObject({ code: 0 })
    const states = await queryReadOnly(database, `SELECT state, count(*)::INTEGER AS n FROM runs GROUP BY 1 ORDER BY 1`)
    expect(states).toEqual([
      { state: 'interrupted', n: 20 },
      { state: 'passed', n: 1 },
    ])
    expect((await checkStore(database)).issues).toEqual([])
  },
)

test.each(['SIGINT', 'SIGTERM'] as const)('%s: what was recorded is kept, and the run is marked as interrupted', async (signal) => {
  using project = temporaryProject()
  project.write('many.hardware.test.js', many)
  const run = project.start()
  while (!existsSync(join(project.root, 'ended.log'))) await sleep(10)
  // rows are on disk within a second of their test
  await sleep(2000)
  run.process.kill(signal)
  const { code } = await run.finished
  expect(code).not.toBe(0)
  const database = join(project.folder, 'results.duckdb')
  expect(await queryReadOnly(database, `SELECT state FROM runs`)).toEqual([{ state: 'interrupted' }])
  const { counts, sentence } = project.summary()
  expect(sentence).toMatch(/^interrupted: /)
  expect(counts.passed).toBeGreaterThan(0)
  expect(counts.passed + counts.interrupted).toBe(800)
  rmSync(join(project.root, 'many.hardware.test.js'))
  project.write('one.hardware.test.js', one)
  expect((await project.run()).code).toBe(0)
  expect(await queryReadOnly(database, `SELECT state FROM runs ORDER BY started_at`)).toEqual([
    { state: 'interrupted' },
    { state: 'passed' },
  ])
  const [kept] = await queryReadOnly(
    database,
    `SELECT count(*)::INTEGER AS n FROM test_results JOIN runs USING (run_id) WHERE runs.state = 'interrupted' AND test_results.state = 'passed'`,
  )
  expect(Number(kept!['n'])).toBeGreaterThan(0)
})

test('a corrupt database is kept aside', async () => {
  using project = temporaryProject()
  project.write('one.hardware.test.js', one)
  mkdirSync(project.folder)
  writeFileSync(join(project.folder, 'results.duckdb'), 'this was never a database, '.repeat(1000))
  const { code, output } = await project.run()
  expect({ code, output }).toMatchObject({ code: 0 })
  expect(output).toMatch(/could not be read .*; it was kept as /)
  const kept = readdirSync(project.folder).filter((name) =>
    readFileSync(join(project.folder, name), 'utf8').startsWith('this was never a database'),
  )
  expect(kept).toHaveLength(1)
  expect(project.summary().counts.passed).toBe(1)
})

test('a database of a newer schema is left as it is: exit code 2, one message, no test runs', async () => {
  using project = temporaryProject()
  project.write('one.hardware.test.js', `${one}\nconsole.log('the test file ran')`)
  expect((await project.run()).code).toBe(0)
  const database = join(project.folder, 'results.duckdb')
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const instance = await DuckDBInstance.create(database)
  const connection = await instance.connect()
  const columns = (await connection.runAndReadAll('SELECT * FROM schema_migrations ORDER BY version DESC LIMIT 1')).columnNames()
  await connection.run(
    `INSERT INTO schema_migrations SELECT ${columns.map((name) => (name === 'version' ? '999' : `"${name}"`)).join(', ')} FROM schema_migrations ORDER BY version DESC LIMIT 1`,
  )
  connection.closeSync()
  instance.closeSync()
  const before = readFileSync(database)
  const { code, output } = await project.run()
  expect({ code, output }).toMatchObject({ code: 2 })
  expect(output.match(/has schema 999/g)).toHaveLength(1)
  expect(output).not.toContain('the test file ran')
  expect(output).not.toMatch(/^ +at /m)
  expect(readFileSync(database).equals(before)).toBe(true)
})

test('a read-only folder: exit code 2 and one message', async (context) => {
  const folder = temporaryFolder(context)
  mount(context, folder, 'ro')
  using project = temporaryProject({ folder })
  project.write('one.hardware.test.js', one)
  const { code, output } = await project.run()
  expect({ code, output }).toMatchObject({ code: 2 })
  expect(output.match(/cannot be written/g)).toHaveLength(1)
  expect(output).not.toMatch(/^ +at /m)
})

test('a disk with no space left: exit code 2, a message that says what to do, and Vitest reports its tests as ever', async (context) => {
  const folder = temporaryFolder(context)
  mount(context, folder, 'size=3m')
  using project = temporaryProject({ folder })
  project.write(
    'large.hardware.test.js',
    `import { writeFileSync } from 'node:fs'
     import { expect, test } from 'vitest'
     import { measured, subject } from './recording.js'
     test('fills the disk', async ({ task }) => {
       await subject(task)
       await measured(task)
       await new Promise((resolve) => setTimeout(resolve, 1500))
       try { for (let index = 0; index < 1000; index++) writeFileSync(${JSON.stringify(folder)} + '/ballast', Buffer.alloc(4096), { flag: 'a' }) } catch (error) { expect(error.code).toBe('ENOSPC') }
     })
     for (let index = 0; index < 2000; index++) test('number ' + index + ' ' + 'x'.repeat(2000), async ({ task }) => { await subject(task) })`,
  )
  const { code, output } = await project.run()
  expect({ code, output }).toMatchObject({ code: 2 })
  expect(output).toContain('2001 passed')
  expect(output).toMatch(/rows of results could not be written/)
  expect(output).toMatch(/free some space on this disk/)
  const saved = /db merge ".*?" "(.*?)"/.exec(output)?.[1]
  if (saved !== undefined) rmSync(saved, { force: true })
})

test('two runs at once: the second writes a side file and says how to merge it', async () => {
  using project = temporaryProject()
  project.write('many.hardware.test.js', many)
  const first = project.start()
  while (!existsSync(join(project.root, 'ended.log'))) await sleep(10)
  project.write('one.hardware.test.js', one)
  const second = await project.run({ args: ['one.hardware.test.js'] })
  expect(second).toMatchObject({ code: 0 })
  expect(second.output).toMatch(/db merge/)
  expect((await first.finished).code).toBe(0)
  expect(readdirSync(project.folder).filter((name) => name.includes('.side-') && name.endsWith('.duckdb'))).toHaveLength(1)
})

function temporaryFolder(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'vitest-hardware-'))
  chmodSync(folder, 0o755)
  context.onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Mounts a small file system over a folder for the time of a test. */
function mount(context: TestContext, folder: string, options: string): void {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    context.skip('cannot mount a tmpfs here: needs Linux and root')
  }
  context.onTestFinished(() => void execFileSync('umount', [folder]))
}
