import { join } from 'node:path'
import { queryReadOnly } from '@vitest-hardware/results-store'
import { expect, test } from 'vitest'
import { temporaryProject } from './temporary-project.ts'

const config = `
import hardware from 'vitest-hardware'
export default { plugins: [hardware({ backends: ['cpu', 'wasm'], browsers: ['chromium', 'edge'] })], test: { include: ['src/**/*.test.js'] } }
`
const own = "import { expect, test } from 'vitest'\ntest('adds', () => { expect(1 + 1).toBe(2) })\n"
const suite = `
import { expect } from 'vitest'
import { modelTest } from 'vitest-hardware/test'
import { openTestPage } from '@vitest-hardware/backends/browsers'
const test = modelTest({ model: 'bert' })
test('matches the reference', async ({ session, inputs, reference }) => {
  expect(await session.run(inputs)).toMatchOutputs(reference, { tolerance: 1e-4 })
})
test('latency', async ({ session, inputs, measure }) => {
  expect(await measure('latency', () => session.run(inputs))).toHaveNoRegression()
})
test('its browser is killed', async ({ backend, session, inputs }) => {
  if (backend.browser === undefined) return
  await using page = await openTestPage(backend.browser)
  process.kill(page.browser.pid, 'SIGKILL')
  for (let run = 0; run < 1000; run++) await session.run(inputs)
})
test('goes on', async ({ session, inputs, reference }) => {
  expect(await session.run(inputs)).toMatchOutputs(reference, { tolerance: 1e-4 })
})
`

test('a body of modelTest runs in a browser unchanged: a project of its own, a profile of its own, and a fresh browser after a crash', async () => {
  using project = temporaryProject({ 'vitest.config.js': config, 'src/own.test.js': own, 'src/bert.hardware.test.js': suite })
  const { status, output } = project.vitest(['--project', 'hardware'])
  expect(status).toBe(1)
  // cpu and wasm in Node: 4 each; chromium: 3 of 4; edge is absent
  expect(output).toMatch(/Tests\s+1 failed \| 11 passed \| 4 skipped \(16\)/)
  expect(output).toContain('the browser chromium ended: killed by SIGKILL')
  expect(output).toContain('edge is not installed')
  const rows = await queryReadOnly(
    join(project.folder, '.vitest-hardware', 'results.duckdb'),
    `SELECT DISTINCT h.backend, split_part(h.host, ' ', 1) AS host FROM measurements m JOIN hardware_profiles h USING (hardware_profile_id)
     WHERE m.metric = 'latency' ORDER BY ALL`,
  )
  expect(rows).toEqual([
    { backend: 'cpu', host: 'node' },
    { backend: 'wasm', host: 'chromium' },
    { backend: 'wasm', host: 'node' },
  ])
})

test('one browser and backend can be picked', () => {
  using project = temporaryProject({ 'vitest.config.js': config, 'src/own.test.js': own, 'src/bert.hardware.test.js': suite })
  const { output } = project.vitest(['--project', 'hardware-chromium-wasm', '-t', 'matches'])
  expect(output).toMatch(/Tests\s+1 passed \| 3 skipped \(4\)/)
  expect(output).toContain('hardware-chromium-wasm')
})
