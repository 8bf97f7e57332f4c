import { fork } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { backends, type Detection } from '@vitest-hardware/backends'
import { findBrowser, type FoundBrowser } from '@vitest-hardware/backends/browsers'
import { type BackendName, type BrowserName, browserNames } from '@vitest-hardware/contracts'
import chalk from 'chalk'
import type { Command } from 'commander'

/** What the probing process answers. */
export interface Diagnosis {
  readonly backend: BackendName
  readonly detection: Detection
}

/** A browser whose pages can be tested, or why not. */
export type BrowserDiagnosis = { readonly browser: BrowserName } & FoundBrowser

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('what this machine can run, what is missing and how to get it')
    .option('--json', 'print JSON')
    .action(async ({ json }: { json?: true }) => {
      const found = await diagnose()
      const browsers = await Promise.all(browserNames.map(async (browser) => ({ browser, ...(await findBrowser(browser)) })))
      process.stdout.write(
        json === undefined
          ? `${describe(found)}\n${describeBrowsers(browsers)}`
          : `${JSON.stringify({ node: process.version, backends: found, browsers }, null, 2)}\n`,
      )
    })
}

/** Probes in a process of its own: drivers may need variables set before the start, and may crash. */
async function diagnose(): Promise<Diagnosis[]> {
  const cacheFolder = join(process.cwd(), 'node_modules', '.cache', 'vitest-hardware')
  const env = { ...process.env }
  for (const backend of backends.values()) Object.assign(env, await backend.environment?.(cacheFolder))
  const child = fork(fileURLToPath(new URL('probe.js', import.meta.url)), [], {
    env,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const found: Diagnosis[] = []
  child.on('message', (message) => found.push(message as Diagnosis))
  await new Promise((resolve) => child.once('close', resolve))
  const missing = [...backends.keys()].filter((name) => !found.some((item) => item.backend === name))
  return [...found, ...missing.map(crashed)]
}

function crashed(backend: BackendName): Diagnosis {
  return {
    backend,
    detection: {
      available: false,
      reason: 'the process that probed it, or one before it, crashed',
      nextStep: 'update the driver, then run doctor again',
    },
  }
}

function describe(found: readonly Diagnosis[]): string {
  const lines = found.map(({ backend, detection }) => {
    if (!detection.available) return line(backend, detection)
    const { device, isSoftwareDevice, runtime, runtimeVersion } = detection.profile
    return line(backend, `${device}${isSoftwareDevice ? ' (software device)' : ''}, ${runtime} ${runtimeVersion}`)
  })
  const usable = found.filter((item) => item.detection.available).length
  return `${lines.join('\n')}\n\n${usable} of ${found.length} backends can run here\n`
}

function describeBrowsers(found: readonly BrowserDiagnosis[]): string {
  const lines = found.map((item) =>
    line(item.browser, item.found ? `${item.executable}${item.origin === 'npm' ? ' (from npm)' : ''}` : item),
  )
  return `${lines.join('\n')}\n\n${found.filter((item) => item.found).length} of ${found.length} browsers are here\n`
}

/** Wide enough for every backend and browser. */
const nameWidth = 10

function line(name: string, what: string | { readonly reason: string; readonly nextStep: string }): string {
  const start = name.padEnd(nameWidth)
  if (typeof what === 'string') return `${chalk.green('✓')} ${start}  ${what}`
  return `${chalk.yellow('-')} ${start}  ${what.reason}\n  ${''.padEnd(nameWidth)}  ${chalk.dim(what.nextStep)}`
}
