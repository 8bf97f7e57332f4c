import { fork } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { backends, type Detection } from '@vitest-hardware/backends'
import type { BackendName } from '@vitest-hardware/contracts'
import chalk from 'chalk'
import type { Command } from 'commander'

/** What the probing process answers. */
export interface Diagnosis {
  readonly backend: BackendName
  readonly detection: Detection
}

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('what this machine can run, what is missing and how to get it')
    .option('--json', 'print JSON')
    .action(async ({ json }: { json?: true }) => {
      const found = await diagnose()
      process.stdout.write(
        json === undefined ? describe(found) : `${JSON.stringify({ node: process.version, backends: found }, null, 2)}\n`,
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
  const width = Math.max(...found.map((item) => item.backend.length))
  const lines = found.map(({ backend, detection }) => {
    const name = backend.padEnd(width)
    if (!detection.available)
      return `${chalk.yellow('-')} ${name}  ${detection.reason}\n  ${''.padEnd(width)}  ${chalk.dim(detection.nextStep)}`
    const { device, isSoftwareDevice, runtime, runtimeVersion } = detection.profile
    return `${chalk.green('✓')} ${name}  ${device}${isSoftwareDevice ? ' (software device)' : ''}, ${runtime} ${runtimeVersion}`
  })
  const usable = found.filter((item) => item.detection.available).length
  return `${lines.join('\n')}\n\n${usable} of ${found.length} backends can run here\n`
}
