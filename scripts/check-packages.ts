// Checks the packed tarballs with publint and @arethetypeswrong/cli.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { packAll } from './tarballs.ts'

const root = resolve(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'vitest-hardware-pack-'))
let failed = 0
try {
  for (const tarball of packAll(root, folder)) {
    const publint = spawnSync('publint', [tarball, '--strict'], { encoding: 'utf8' })
    // the packages are ESM only, on purpose
    const attw = spawnSync('attw', [tarball, '--profile', 'esm-only', '--no-emoji'], { encoding: 'utf8' })
    const isClean = publint.status === 0 && attw.status === 0
    process.stdout.write(`${isClean ? 'clean ' : 'FAILED'}  ${basename(tarball)}\n`)
    if (!isClean) process.stdout.write(`${publint.stdout}${publint.stderr}${attw.stdout}${attw.stderr}`)
    failed += isClean ? 0 : 1
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = failed === 0 ? 0 : 1
