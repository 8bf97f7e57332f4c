import { execFile } from 'node:child_process'

/** Longest time that a probe's program may take; a driver that hangs must not hang a test run. */
const probeTimeoutMs = 5_000

/** What a program prints, or null where it is absent, fails or hangs. */
export function outputOf(file: string, args: readonly string[]): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(file, args, { timeout: probeTimeoutMs, killSignal: 'SIGKILL', windowsHide: true, encoding: 'utf8' }, (error, stdout) => {
      resolve(error === null ? stdout : null)
    })
  })
}
