import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { allowedImports, npmName } from '../layers.ts'

const root = resolve(import.meta.dirname, '..')
const json = (path: string): Record<string, unknown> => JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, unknown>

test('every package has its place in the house', () => {
  expect(readdirSync(join(root, 'packages')).sort()).toEqual(Object.keys(allowedImports).sort())
})

test.each(Object.keys(allowedImports))('%s depends only on what its layer allows', (folder) => {
  const allowed = allowedImports[folder]!.map(npmName)
  const declared = Object.keys(json(`packages/${folder}/package.json`)['dependencies'] ?? {}).filter((name) =>
    name.startsWith('@vitest-hardware/'),
  )
  expect(declared.filter((name) => !allowed.includes(name))).toEqual([])
})

test('the graph of packages has no cycle', () => {
  const visit = (folder: string, above: readonly string[]): void => {
    expect(above).not.toContain(folder)
    for (const below of allowedImports[folder]!) visit(below, [...above, folder])
  }
  for (const folder of Object.keys(allowedImports)) visit(folder, [])
})

test('the linter refuses an import from a higher layer', () => {
  const folder = mkdtempSync(join(root, 'packages/contracts/src/.layer-rule-'))
  try {
    writeFileSync(join(folder, 'upward.ts'), "import { backends } from '@vitest-hardware/backends'\nexport const names = backends\n")
    writeFileSync(join(folder, 'sideways.ts'), "import { x } from '../../../backends/src/index.ts'\nexport const y = x\n")
    const { status, stdout } = spawnSync('oxlint', ['-c', 'oxlint.config.ts', '-f', 'unix', '--no-ignore', folder], {
      cwd: root,
      encoding: 'utf8',
    })
    expect(stdout).toMatch(/upward\.ts:1:\d+:.*no-restricted-imports/)
    expect(stdout).toMatch(/sideways\.ts:1:\d+:.*no-restricted-imports/)
    expect(status).toBe(1)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
