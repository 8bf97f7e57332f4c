import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { queryReadOnly } from '@vitest-hardware/results-store'
import { expect, test } from 'vitest'
import { temporaryProject } from './temporary-project.ts'

const config = `
import hardware from 'vitest-hardware'
export default { plugins: [hardware({ backends: ['cpu', 'webnn'] })], test: { include: ['src/**/*.test.js'] } }
`
const own = "import { expect, test } from 'vitest'\ntest('adds', () => { expect(1 + 1).toBe(2) })\n"
/** SLOW makes every call run the model that many times: a backend that became slower. */
const measured = `
import { expect } from 'vitest'
import { modelTest } from 'vitest-hardware/test'
const test = modelTest({ model: 'bert' })
const times = Number(process.env.SLOW ?? 1)
test('latency', async ({ session, inputs, measure }) => {
  expect(await measure('latency', async () => { for (let time = 0; time < times; time++) await session.run(inputs) })).toHaveNoRegression()
})
`

test("one line adds the hardware projects; the suite's own tests run as before", () => {
  using project = temporaryProject({ 'vitest.config.js': config, 'src/own.test.js': own, 'src/bert.hardware.test.js': measured })
  const alone = project.vitest(['--project', 'shop'])
  expect(alone.output).toMatch(/Tests\s+1 passed \(1\)/)
  expect(alone.status).toBe(0)
  expect(existsSync(join(project.folder, '.vitest-hardware'))).toBe(false)

  const all = project.vitest([])
  expect(all.output).toMatch(/Tests\s+2 passed \| 1 skipped \(3\)/)
  expect(all.output).toContain('WebNN')

  const cpu = project.vitest(['--project', 'hardware-cpu'])
  expect(cpu.output).toMatch(/Tests\s+1 passed \(1\)/)
  expect(cpu.output).toMatch(/1 of 1 model × backend pair passes/)
})

test('a backend that became slower is a regression: in the test, the exit code, the verdict and the database', async () => {
  using project = temporaryProject({ 'vitest.config.js': config, 'src/bert.hardware.test.js': measured })
  expect(project.vitest(['--project', 'hardware-cpu']).status).toBe(0)
  const slow = project.vitest(['--project', 'hardware-cpu'], { SLOW: '8' })
  expect(slow.status).toBe(1)
  expect(slow.output).toMatch(/latency: regression/)
  expect(slow.output).toMatch(/1 regression/)
  const rows = await queryReadOnly(
    join(project.folder, '.vitest-hardware', 'results.duckdb'),
    'SELECT verdict, ratio > 3 AS slower FROM comparisons WHERE ratio IS NOT NULL',
  )
  expect(rows).toEqual([{ verdict: 'regression', slower: true }])

  const again = project.vitest(['--project', 'hardware-cpu'])
  expect(again.output).not.toMatch(/regression/)
  expect(again.status).toBe(0)
})

test.each([
  ["{ backends: ['gpu'] }", /backends/],
  ['{ backend: "cpu" }', /backend/],
])('wrong options %s end the run with one clear message', (options, message) => {
  using project = temporaryProject({
    'vitest.config.js': `import hardware from 'vitest-hardware'\nexport default { plugins: [hardware(${options})] }\n`,
    'own.test.js': own,
  })
  const { status, output } = project.vitest([])
  expect(status).not.toBe(0)
  expect(output).toContain('hardware() was given wrong options')
  expect(output).toMatch(message)
})
