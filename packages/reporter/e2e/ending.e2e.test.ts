import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { queryReadOnly } from '@vitest-hardware/results-store'
import { expect, test } from 'vitest'
import { temporaryProject } from './temporary-project.ts'

const slow = `
import { appendFileSync } from 'node:fs'
import { test } from 'vitest'
import { measured, subject } from './recording.js'
for (let index = 0; index < 300; index++) {
  test('number ' + index, async ({ task }) => {
    await subject(task)
    await measured(task)
    await new Promise((resolve) => setTimeout(resolve, 20))
    appendFileSync('ended.log', index + '\\n')
  })
}
`

test('an interrupted run still leaves its summaries, which say so', async () => {
  using project = temporaryProject()
  project.write('slow.hardware.test.js', slow)
  const run = project.start()
  while (!existsSync(join(project.root, 'ended.log'))) await sleep(10)
  await sleep(500)
  run.process.kill('SIGINT')
  const { code, output } = await run.finished
  expect(code).not.toBe(0)
  const { state, sentence, counts } = project.summary()
  expect(state).toBe('interrupted')
  expect(sentence).toMatch(/^interrupted: /)
  expect(counts.passed).toBeGreaterThan(0)
  expect(counts.interrupted).toBeGreaterThan(0)
  expect(counts.passed + counts.interrupted).toBe(300)
  expect(output).toContain(sentence)
})

test('in watch mode each rerun is a run of its own, compared with the one before', async () => {
  using project = temporaryProject()
  const content = (comment: string): string =>
    `import { test } from 'vitest'\nimport { measured, subject } from './recording.js'\n// ${comment}\ntest('measures', async ({ task }) => { await subject(task); await measured(task) })\n`
  project.write('a.hardware.test.js', content('first'))
  const { PATH, HOME } = process.env
  const vitest = join(import.meta.dirname, '..', '..', '..', 'node_modules', 'vitest', 'vitest.mjs')
  const child = spawn(process.execPath, [vitest, '--watch'], {
    cwd: project.root,
    env: { PATH, HOME, NO_COLOR: '1' },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  const waits = async (times: number): Promise<void> => {
    while ((output.match(/Waiting for file changes/g) ?? []).length < times && child.exitCode === null) await sleep(20)
  }
  try {
    await waits(1)
    expect(project.summary().counts.noBaseline, output).toBe(1)
    project.write('a.hardware.test.js', content('second'))
    await waits(2)
    expect(project.summary().counts.noBaseline, output).toBe(0)
    // between runs the database belongs to nobody
    expect(await queryReadOnly(join(project.folder, 'results.duckdb'), `SELECT state FROM runs ORDER BY started_at`)).toEqual([
      { state: 'passed' },
      { state: 'passed' },
    ])
  } finally {
    const closed = once(child, 'close')
    child.kill('SIGTERM')
    await closed
  }
})
