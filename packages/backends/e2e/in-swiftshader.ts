import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { getBackend } from '@vitest-hardware/backends'
import { describe, expect, onTestFinished, test } from 'vitest'

const webgpu = getBackend('webgpu')
const root = join(import.meta.dirname, '..', '..', '..')
const detection = await webgpu.detect()

/** Whether this is the process that {@link inSwiftshader} started. */
export const isChild = process.env.BACKENDS_E2E_CHILD === '1'

/**
 * Registers tests that need WebGPU: in this process where its own Vulkan works, else in a child that is started with SwiftShader's
 * variables, because they must be set before a process starts. The child runs the whole file once more.
 * @param file whose tests they are
 */
export function inSwiftshader(file: string, body: () => void): void {
  if (isChild || detection.available) {
    describe('in this process', () => {
      body()
    })
  } else test('passes in a process that was started with its environment', () => passesInChild(file))
}

async function passesInChild(file: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'webgpu-e2e-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const environment = await webgpu.environment!(folder)
  expect(Object.keys(environment)).toEqual(['LD_LIBRARY_PATH'])
  const report = join(folder, 'report.json')
  const { code, output } = await runFile(file, report, environment)
  expect(code, output).toBe(0)
  const { numPassedTests, numFailedTests } = JSON.parse(await readFile(report, 'utf8'))
  expect(numFailedTests).toBe(0)
  expect(numPassedTests).toBeGreaterThan(0)
}

function runFile(
  file: string,
  report: string,
  environment: Readonly<Record<string, string>>,
): Promise<{ code: number | null; output: string }> {
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
  const args = [vitest, 'run', '--project', 'e2e', '--reporter', 'json', '--outputFile', report, relative(root, file)]
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
