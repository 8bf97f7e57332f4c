import { execFile } from 'node:child_process'
import { chmod, mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { getBackend } from '@vitest-hardware/backends'
import { expect, onTestFinished, test } from 'vitest'

const environmentOf = `
  const { getBackend } = await import('@vitest-hardware/backends')
  console.log(JSON.stringify(await getBackend('webgpu').environment(process.argv[1])))
`

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'swiftshader-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

async function inProcess(folder: string, env: NodeJS.ProcessEnv = process.env): Promise<Record<string, string>> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', environmentOf, folder], {
    cwd: import.meta.dirname,
    env,
  })
  return JSON.parse(stdout)
}

test('processes that unpack at once leave one whole folder and no drafts', async () => {
  const folder = await emptyFolder()
  const environments = await Promise.all([1, 2, 3, 4].map(() => inProcess(folder)))
  const names = await readdir(folder)
  expect(names).toHaveLength(1)
  const unpacked = join(folder, names.join())
  for (const environment of environments) expect(environment.LD_LIBRARY_PATH?.split(':')[0]).toBe(unpacked)
  expect(await readlink(join(unpacked, 'libvulkan.so.1'))).toBe('libvk_swiftshader.so')
  expect((await readFile(join(unpacked, 'libvk_swiftshader.so'))).subarray(0, 4).toString('latin1')).toBe('\x7fELF')
})

test('the folder goes before those that LD_LIBRARY_PATH already names, once', async () => {
  const folder = await emptyFolder()
  const { LD_LIBRARY_PATH } = await inProcess(folder, { ...process.env, LD_LIBRARY_PATH: '/opt/a:/opt/b' })
  expect(LD_LIBRARY_PATH).toMatch(/^\/.*\/swiftshader-[\d.]+:\/opt\/a:\/opt\/b$/)
  expect(await inProcess(folder, { ...process.env, LD_LIBRARY_PATH })).toEqual({ LD_LIBRARY_PATH })
})

test('a cache folder that cannot be made is an error that names it', async () => {
  const file = join(await emptyFolder(), 'a-file')
  await writeFile(file, '')
  await chmod(file, 0o400)
  await expect(getBackend('webgpu').environment!(file)).rejects.toMatchObject({
    name: 'UsageError',
    input: expect.stringContaining('a-file'),
  })
})
