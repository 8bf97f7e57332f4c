import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

let root: string
beforeEach(async () => void (root = await mkdtemp(join(tmpdir(), 'cache-'))))
afterEach(() => rm(root, { recursive: true, force: true }))

/** Resolves a seeded model in a process of its own. */
function start(): { readonly done: Promise<string | null>; readonly kill: () => void } {
  const script = `import { resolveModel } from '@vitest-hardware/model-catalogue'
    console.log('ready')
    for (const model of ['bart', 'bert', 't5']) console.log((await resolveModel({ model }, { cacheFolder: ${JSON.stringify(root)}, root: '.' })).path)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let out = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  const done = new Promise<string | null>((resolve) => child.on('exit', (code) => resolve(code === 0 ? out : null)))
  return { done, kill: () => child.kill('SIGKILL') }
}

test('several processes fill one cache with the same whole folders', async () => {
  const outputs = await Promise.all([start(), start(), start(), start()].map(({ done }) => done))
  expect(outputs[0]).toMatch(/bert-0-[0-9a-f]{16}/)
  expect(new Set(outputs).size).toBe(1)
  expect((await readdir(join(root, 'models'))).filter((name) => name.includes('.tmp-'))).toEqual([])
})

test('a process killed while it writes leaves no broken folder', async () => {
  for (const after of [150, 200, 250, 300]) {
    const { done, kill } = start()
    await new Promise((resolve) => setTimeout(resolve, after))
    kill()
    await done
  }
  const whole = (await start().done)!.split('\n').filter((line) => line.endsWith('.onnx'))
  const again = (await start().done)!.split('\n').filter((line) => line.endsWith('.onnx'))
  expect(again).toEqual(whole)
  for (const path of whole) expect((await readFile(path)).length).toBeGreaterThan(50_000)
})
