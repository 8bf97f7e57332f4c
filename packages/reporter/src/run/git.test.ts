import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseStatus, readGit } from './git.ts'

test('commit, branch and changes', () => {
  const head = '# branch.oid 0123abc\n# branch.head main\n# branch.upstream origin/main\n'
  expect(parseStatus(head)).toEqual({ commit: '0123abc', branch: 'main', isDirty: false })
  expect(parseStatus(`${head}1 .M N... 100644 100644 100644 a b file\n`)).toEqual({ commit: '0123abc', branch: 'main', isDirty: true })
})

test('a repository without a commit, and a detached head', () => {
  expect(parseStatus('# branch.oid (initial)\n# branch.head main\n')).toEqual({ commit: null, branch: 'main', isDirty: false })
  expect(parseStatus('# branch.oid 0123abc\n# branch.head (detached)\n')).toEqual({ commit: '0123abc', branch: null, isDirty: false })
})

test('outside a repository nothing is known', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'no-repository-'))
  try {
    expect(await readGit(folder)).toEqual({ commit: null, branch: null, isDirty: null })
  } finally {
    rmSync(folder, { recursive: true })
  }
})
