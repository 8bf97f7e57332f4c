import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..', '..')
/** What this package depends on, without its optional peers. */
const needed = [
  '@vitest-hardware/backends',
  '@vitest-hardware/contracts',
  '@vitest-hardware/onnx-graph',
  '@bufbuild/protobuf',
  'fastest-levenshtein',
  'onnx-buf',
  'modern-tar',
  'zod',
]

const detect = `
  const { detectAll, getBackend } = await import('@vitest-hardware/backends')
  const detections = Object.fromEntries(await detectAll())
  const environment = await getBackend('webgpu').environment('cache')
  console.log(JSON.stringify({ detections, environment }))
`

test('a project without the runtimes gets a reason and an install command for each', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'absent-peers-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const name of needed) {
    const target = join(folder, 'node_modules', name)
    await mkdir(dirname(target), { recursive: true })
    const inside = join(root, 'node_modules', name)
    await cp(inside, target, {
      recursive: true,
      dereference: true,
      filter: (source) => !source.slice(inside.length).includes('node_modules'),
    })
  }
  await writeFile(join(folder, 'package.json'), '{"type":"module"}')
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', detect], { cwd: folder })
  const { detections, environment } = JSON.parse(stdout)
  expect(detections.cpu).toEqual({
    available: false,
    reason: 'onnxruntime-node is not installed',
    nextStep: 'npm install --save-dev onnxruntime-node',
  })
  expect(detections.wasm).toEqual({
    available: false,
    reason: 'onnxruntime-web is not installed',
    nextStep: 'npm install --save-dev onnxruntime-web',
  })
  expect(detections.webgpu.available).toBe(false)
  expect(environment).toEqual({})
})
