import { execFile } from 'node:child_process'
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { browserBackend, findBrowser } from '@vitest-hardware/backends/browsers'
import { browserNames } from '@vitest-hardware/contracts'
import { afterEach, expect, onTestFinished, test } from 'vitest'

const variables = browserNames.map((name) => (name === 'safari' ? 'VITEST_HARDWARE_SAFARIDRIVER' : `VITEST_HARDWARE_${name.toUpperCase()}`))
const before = Object.fromEntries(variables.map((name) => [name, process.env[name]]))
afterEach(() => {
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
})

test.for(browserNames)('%s is found, or explained in one line with the next step', async (name) => {
  const found = await findBrowser(name)
  if (found.found) expect(found.executable).toMatch(/^(\/|[A-Z]:\\)/)
  else expect(found).toMatchObject({ reason: expect.stringMatching(/^\S.{8,}$/), nextStep: expect.stringMatching(/^\S.{8,}$/) })
})

test('an executable that the environment names comes first; a wrong one is no reason to take another', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'browser-find-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const executable = join(folder, 'my browser')
  await writeFile(executable, '')
  process.env['VITEST_HARDWARE_FIREFOX'] = executable
  expect(await findBrowser('firefox')).toEqual({
    found: false,
    reason: expect.stringContaining(`VITEST_HARDWARE_FIREFOX names '${executable}'`),
    nextStep: expect.stringContaining('VITEST_HARDWARE_FIREFOX'),
  })
  await chmod(executable, 0o755)
  expect(await findBrowser('firefox')).toEqual({ found: true, executable, origin: 'variable' })
})

test('a browser that does not start is a reason too, and leaves no profile', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'browser-find-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const executable = join(folder, 'broken')
  await writeFile(executable, '#!/bin/sh\nexit 3\n')
  await chmod(executable, 0o755)
  process.env['VITEST_HARDWARE_CHROME'] = executable
  const own = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  const detection = await browserBackend('chrome', 'wasm').detect()
  if (own === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = own
  expect(detection).toEqual({
    available: false,
    reason: expect.stringContaining(`${executable} does not start`),
    nextStep: expect.stringContaining('by hand'),
  })
  expect((await readdir(folder)).sort()).toEqual(['broken'])
})

const unpack = `
  const { findBrowser } = await import('@vitest-hardware/backends/browsers')
  console.log(JSON.stringify(await findBrowser('chromium')))
`

test.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'Chromium from npm is one whole file for all processes, and no draft of it is left',
  async () => {
    const inProcess = async (): Promise<unknown> => {
      const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', unpack], { cwd: import.meta.dirname })
      return JSON.parse(stdout)
    }
    const found = await Promise.all([inProcess(), inProcess()])
    expect(found[0]).toEqual({ found: true, origin: 'npm', executable: expect.stringMatching(/chromium-[\d.]+\/chromium$/) })
    expect(found[1]).toEqual(found[0])
    const { executable } = found[0] as { executable: string }
    expect((await readdir(dirname(dirname(executable)))).filter((name) => /^chromium-[\d.]+\.[\da-f]{8}-/.test(name))).toEqual([])
  },
)
