import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { backends } from '@vitest-hardware/backends'
import { backendNames } from '@vitest-hardware/contracts'
import { expect, test } from 'vitest'
import { registryText } from '../scripts/generate-registry.ts'

const sources = join(import.meta.dirname, '..', 'src')

test('the registry is what its generator writes', async () => {
  expect(await readFile(join(sources, 'registry.ts'), 'utf8')).toBe(await registryText())
})

test('there is one file for each backend of the vocabulary, called like it', async () => {
  const files = (await readdir(join(sources, 'backends'))).filter((file) => !file.endsWith('.test.ts'))
  expect(files.sort()).toEqual([...backendNames].map((name) => `${name}.ts`).sort())
  expect([...backends.keys()]).toEqual([...backendNames].sort())
})
