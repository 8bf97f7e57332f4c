import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** Kills a process and all that it started; a browser is the leader of a process group of its own. Never throws. */
export function killTree(pid: number): void {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' })
    return
  }
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, 'SIGKILL')
    } catch {
      // it is gone, or was never a leader
    }
  }
}

/** Processes with this text in one of their arguments, this one aside. */
export function processesWith(argument: string): number[] {
  return (process.platform === 'linux' ? fromProc() : fromPs())
    .filter(({ pid, command }) => pid !== process.pid && command.includes(argument))
    .map(({ pid }) => pid)
}

interface RunningProcess {
  readonly pid: number
  readonly command: string
}

function fromProc(): RunningProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), command: readText(`/proc/${name}/cmdline`) }))
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // it ended meanwhile
    return ''
  }
}

function fromPs(): RunningProcess[] {
  const command =
    process.platform === 'win32'
      ? ['powershell', '-NoProfile', '-Command', 'Get-CimInstance Win32_Process | ForEach-Object { "$($_.ProcessId) $($_.CommandLine)" }']
      : ['ps', '-axww', '-o', 'pid=,command=']
  const { stdout } = spawnSync(command[0]!, command.slice(1), { encoding: 'utf8' })
  return (stdout ?? '').split('\n').flatMap((line) => {
    const match = /^\s*(\d+)\s+(.*)$/.exec(line)
    return match === null ? [] : [{ pid: Number(match[1]), command: match[2]! }]
  })
}
