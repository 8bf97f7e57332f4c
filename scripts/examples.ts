// Runs every example as its README says, with the packed tarballs, in an empty folder elsewhere.
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { packAll } from './tarballs.ts'

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
  for (const example of examples) {
    const copy = join(folder, example)
    cpSync(join(root, 'examples', example), copy, { recursive: true, filter: (source) => !/node_modules|\.vitest-hardware$/.test(source) })
    for (const command of commandsOf(join(copy, 'README.md'))) {
      process.stdout.write(`\n[${example}] $ ${command}\n`)
      // `npm install` takes the tarballs in place of the published packages, with the example's other dependencies
      if (command === 'npm install')
        execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', ...tarballs], { cwd: copy, stdio: 'inherit' })
      else if (spawnSync(command, { cwd: copy, stdio: 'inherit', shell: true }).status !== 0) {
        process.stdout.write(`[${example}] FAILED: ${command}\n`)
        failed++
        break
      }
    }
  }
  process.stdout.write(`\n${examples.length - failed} of ${examples.length} examples run as their README says\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = failed === 0 ? 0 : 1

/** Lines of the README's `sh` blocks. */
function commandsOf(readme: string): string[] {
  return [...readFileSync(readme, 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block]) => block!.trim().split('\n'))
}
