/** A process of its own: see `watchdog.ts`. Argument: the folder of the browser's profile. */
import { rmSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { killTree, processesWith } from './end-process.ts'
import { dismissed } from './watchdog.ts'

const profile = process.argv[2] ?? ''

// signals to the terminal's processes are for the test, whose end is seen below
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)

let said = ''
for await (const chunk of process.stdin) said += String(chunk)
if (said !== dismissed && profile !== '') await clean()

async function clean(): Promise<void> {
  // a browser at the end of a pipe ends by itself, and a dying one may still write
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const left = processesWith(profile)
    if (attempt > 2) for (const pid of left) killTree(pid)
    if (left.length === 0 && isRemoved()) return
    await setTimeout(100)
  }
}

function isRemoved(): boolean {
  try {
    rmSync(profile, { recursive: true, force: true })
    return true
  } catch {
    return false
  }
}
