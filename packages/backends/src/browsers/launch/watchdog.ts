import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Outlives this process by a moment: ends the browser and removes its profile, however this process ends. */
export interface Watchdog {
  /** The browser is closed and its profile removed; nothing is left to do. */
  dismiss(): void
  readonly pid: number | undefined
}

/** What a dismissed watchdog is told. */
export const dismissed = 'dismissed'

/**
 * Starts the process of `watchdog-process.ts`, which waits for the end of its standard input: the system closes that when this process
 * ends, be it by SIGKILL.
 * @param profile folder of the browser's profile; the browser is known by it, since it is in its arguments
 */
export function startWatchdog(profile: string): Watchdog {
  const script = fileURLToPath(new URL('./watchdog-process.js', import.meta.url))
  const child = spawn(process.execPath, [script, profile], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    // options of the test's process (loaders, coverage) are none of its own
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  child.unref()
  child.on('error', () => undefined)
  child.stdin.on('error', () => undefined)
  if ('unref' in child.stdin && typeof child.stdin.unref === 'function') child.stdin.unref()
  return { pid: child.pid, dismiss: () => void child.stdin.end(dismissed) }
}
