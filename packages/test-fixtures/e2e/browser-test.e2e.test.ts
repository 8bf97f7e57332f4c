import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { outcomes, type ProjectRun, type ReportedTest, runProject } from './run-project.ts'

const header = `
import { describe, expect, test as plain } from 'vitest'
import { browserTest, modelTest } from '@vitest-hardware/test-fixtures'
`

function find({ tests, output }: ProjectRun, name: string): ReportedTest {
  const found = tests.find((one) => one.name === name)
  if (found === undefined) throw new Error(`no test ${name} in ${JSON.stringify(tests.map((one) => one.name))}\n${output}`)
  return found
}

const browsers = ['chromium', 'firefox'] as const

test.for(browsers)('a page, what it can do, and a model in it: %s', async (browser, { skip }) => {
  if (browser === 'firefox' && !existsSync('/usr/bin/firefox-esr')) skip('firefox-esr is not installed; npm run provision installs it')
  const suite = `${header}
const test = browserTest({ browser: '${browser}', model: 'bert' })
test('a page of its own', async ({ page, browser }) => {
  expect(browser).toMatchObject({ name: '${browser}', version: expect.stringMatching(/^\\d+\\./), pid: expect.any(Number) })
  await page.setContent('<h1>hello</h1>')
  await page.evaluate(() => localStorage.setItem('left', 'here'))
  expect(await page.evaluate(() => [document.querySelector('h1').textContent, isSecureContext, crossOriginIsolated])).toEqual(['hello', true, true])
})
test('nothing is left of the page before', async ({ page }) => {
  expect(await page.evaluate(() => [localStorage.getItem('left'), document.body.textContent])).toEqual([null, ''])
})
test('capabilities', ({ capabilities }) => {
  expect(capabilities).toMatchObject({ isSecureContext: true, isCrossOriginIsolated: true, wasm: { simd: true, threads: true } })
  expect(capabilities.userAgent).toContain('Mozilla')
  expect(capabilities.clockResolutionMs).toBeLessThan(0.1)
  expect(capabilities.webgpu === null).toBe(capabilities.webgpuMissing !== null)
  expect(capabilities.webnn === null).toBe(capabilities.webnnMissing !== null)
})
test('a body of modelTest', async ({ session, inputs, reference, measure, page }) => {
  expect(await session.run(inputs)).toMatchOutputs(reference, { tolerance: 1e-4 })
  const latency = await measure('latency', () => session.run(inputs))
  expect(latency.samples.length).toBeGreaterThanOrEqual(3)
  expect(await page.evaluate(() => 1 + 1)).toBe(2)
})
test('the same model in the next page', async ({ session, inputs, reference }) => {
  expect(await session.run(inputs)).toMatchOutputs(reference, { tolerance: 1e-4 })
})
`
  const run = await runProject({ files: { 'page.hardware.test.ts': suite } })
  expect(outcomes(run)).toEqual([
    'a page of its own: passed',
    'nothing is left of the page before: passed',
    'capabilities: passed',
    'a body of modelTest: passed',
    'the same model in the next page: passed',
  ])
  const { artifacts } = find(run, 'a body of modelTest')
  const subject = artifacts.findLast(({ type }) => type === 'vitest-hardware:subject')
  expect(subject).toMatchObject({ model: 'bert', profile: { backend: 'wasm', host: expect.stringMatching(`^${browser} `) } })
  expect(
    artifacts.filter(({ type }) => type === 'vitest-hardware:measurement').map((one) => 'measurement' in one && one.measurement.metric),
  ).toContain('latency')
})

test('errors in the page fail the test, with a picture; what is allowed does not', async () => {
  const suite = `${header}
const test = browserTest({ allowErrors: ['expected'] })
test('console', async ({ page }) => {
  await page.evaluate(() => console.error('model is broken'))
})
test('uncaught', async ({ page }) => {
  await page.evaluate(() => { setTimeout(() => { throw new TypeError('nobody catches me') }) })
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)))
})
test('allowed', async ({ page }) => {
  await page.evaluate(() => { console.error('this is expected'); console.warn('warnings are fine') })
})
test('the test itself', async ({ page }) => {
  await page.setContent('<h1>what was seen</h1>')
  expect(1).toBe(2)
})
test('no page, no browser', () => {})
`
  const run = await runProject({ files: { 'errors.hardware.test.ts': suite } })
  expect(run.tests.map(({ name, state }) => `${name}: ${state}`)).toEqual([
    'console: failed',
    'uncaught: failed',
    'allowed: passed',
    'the test itself: failed',
    'no page, no browser: passed',
  ])
  expect(find(run, 'console').errors).toEqual([expect.stringContaining('console.error: model is broken')])
  expect(find(run, 'uncaught').errors).toEqual([expect.stringContaining('nobody catches me')])
  expect(find(run, 'the test itself').errors).toEqual([expect.stringContaining('expected 1 to be 2')])
  for (const name of ['console', 'uncaught', 'the test itself']) {
    expect(find(run, name).artifacts).toContainEqual(
      expect.objectContaining({ type: 'vitest-hardware/screenshot', attachments: [expect.objectContaining({ contentType: 'image/png' })] }),
    )
  }
  expect(find(run, 'allowed').artifacts.map(({ type }) => type)).not.toContain('vitest-hardware/screenshot')
})

test('a browser that is absent is a skip with the reason', async () => {
  const suite = `${header}
browserTest({ browser: 'safari' })('in Safari', ({ page }) => {})
browserTest({ browser: 'edge', model: 'bert' })('in Edge', ({ session }) => {})
`
  const run = await runProject({ files: { 'absent.hardware.test.ts': suite } })
  expect(run.exitCode).toBe(0)
  expect(run.tests.map(({ state, note }) => [state, note])).toEqual([
    ['skipped', expect.stringContaining('macOS')],
    ['skipped', expect.stringContaining('edge is not installed')],
  ])
})
