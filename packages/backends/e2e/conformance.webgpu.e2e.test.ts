import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { getBackend } from '@vitest-hardware/backends'
import { conformanceKit } from '@vitest-hardware/backends/conformance'
import { describe, expect, onTestFinished, test } from 'vitest'

const webgpu = getBackend('webgpu')
const detection = await webgpu.detect()
const root = join(import.meta.dirname, '..', '..', '..')
const isChild = process.env.BACKENDS_E2E_CHILD === '1'

// Runs in the child, and at once on a machine whose own Vulkan works.
if (isChild || detection.available) {
  describe('in this process', () => {
    conformanceKit(webgpu, { describe, expect, test })
  })
} else {
  test('passes in a process that was started with its environment', passesInChild)
}

if (isChild) {
  test('SwiftShader is a software device, never a GPU', () => {
    expect(detection).toMatchObject({
      available: true,
      profile: {
        device: 'swiftshader',
        isSoftwareDevice: true,
        deviceKind: 'gpu',
        driver: expect.stringMatching(/^swiftshader \(@sparticuz\/chromium \d+/),
      },
    })
  })
}

async function passesInChild(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'webgpu-e2e-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const environment = await webgpu.environment!(folder)
  expect(Object.keys(environment)).toEqual(['LD_LIBRARY_PATH'])
  const report = join(folder, 'report.json')
  expect(await runThisFile(report, environment)).toMatchObject({ code: 0 })
  const { numPassedTests, numFailedTests } = JSON.parse(await readFile(report, 'utf8'))
  expect(numFailedTests).toBe(0)
  expect(numPassedTests).toBeGreaterThan(50)
}

function runThisFile(report: string, environment: Readonly<Record<string, string>>): Promise<{ code: number | null; output: string }> {
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
  const file = relative(root, import.meta.filename)
  const args = [vitest, 'run', '--project', 'e2e', '--reporter', 'json', '--outputFile', report, file]
  const env = { ...process.env, ...environment, BACKENDS_E2E_CHILD: '1' }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}
