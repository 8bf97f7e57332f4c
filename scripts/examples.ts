// Runs every example as its README says, with the packed tarballs, in an empty folder elsewhere; two at a time, since most of it is waiting for installs.
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { packAll } from './tarballs.ts'

const atOnce = 2

const root = resolve(import.meta.dirname, '..')
const wanted = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'vitest-hardware-examples-'))
let failed = 0
try {
  const tarballs = packAll(root, folder)
  const examples = readdirSync(join(root, 'examples'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && (wanted.length === 0 || wanted.includes(entry.name)))
    .map((entry) => entry.name)
    .sort()
  const left = [...examples]
  const runNext = async (): Promise<void> => {
    for (let example = left.shift(); example !== undefined; example = left.shift()) if (!(await runExample(example, tarballs))) failed++
  }
  await Promise.all(Array.from({ length: atOnce }, runNext))
  process.stdout.write(`\n${examples.length - failed} of ${examples.length} examples run as their README says\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = failed === 0 ? 0 : 1

/** Whether all commands of the README end well. Their output comes at once, so that two examples do not mix. */
async function runExample(example: string, tarballs: readonly string[]): Promise<boolean> {
  const copy = join(folder, example)
  cpSync(join(root, 'examples', example), copy, { recursive: true, filter: (source) => !/node_modules|\.vitest-hardware$/.test(source) })
  let output = ''
  let isFine = true
  for (const command of commandsOf(join(copy, 'README.md'))) {
    // `npm install` takes the tarballs in place of the published packages, with the example's other dependencies
    const isInstall = command === 'npm install'
    const run = isInstall ? `npm install --no-audit --no-fund --silent ${tarballs.map((path) => JSON.stringify(path)).join(' ')}` : command
    const { status, text } = await shell(run, copy)
    output += `\n[${example}] $ ${command}\n${text}`
    if (status !== 0) {
      output += `[${example}] FAILED: ${command}\n`
      isFine = false
      break
    }
  }
  process.stdout.write(output)
  return isFine
}

function shell(command: string, cwd: string): Promise<{ readonly status: number | null; readonly text: string }> {
  return new Promise((resolveRun) => {
    const child = spawn(command, { cwd, shell: true, stdio: ['ignore', 'pipe', 'pipe'] })
    let text = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
    child.on('close', (status) => resolveRun({ status, text }))
  })
}

/** Lines of the README's `sh` blocks. */
function commandsOf(readme: string): string[] {
  return [...readFileSync(readme, 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block]) => block!.trim().split('\n'))
}
