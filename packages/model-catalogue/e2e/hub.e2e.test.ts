import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, readlink, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { UsageError } from '@vitest-hardware/contracts'
import { loadModelType, resolveModel } from '@vitest-hardware/model-catalogue'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { folderContent } from '../dist/folder/folder-content.js'
import { commit, startHub, type TestHub } from './hub-server.ts'

const id = 'some-org/tiny-bert'
const token = 'hf_secretsecretsecret'
const repository = 'models--some-org--tiny-bert'
const graph = 'onnx/model.onnx'
const content = new Map(
  folderContent(await loadModelType('bert'), 0).map(
    (file: { path: string; bytes: Uint8Array }) => [file.path, Buffer.from(file.bytes)] as const,
  ),
)

let hub: TestHub
let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'hub-'))
  hub = await startHub(id, content)
  vi.stubEnv('HF_ENDPOINT', `${hub.endpoint}/`)
  vi.stubEnv('HF_HUB_CACHE', join(root, 'hub'))
  vi.stubEnv('HF_HUB_OFFLINE', '')
  vi.stubEnv('HF_TOKEN', '')
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await hub[Symbol.asyncDispose]()
  await rm(root, { recursive: true, force: true })
})

const resolve = (request: { hub: string; revision?: string; file?: string } = { hub: id }) =>
  resolveModel(request, { cacheFolder: join(root, 'cache'), root })
const blobs = () => readdir(join(root, 'hub', repository, 'blobs'))

async function failure(promise: Promise<unknown>): Promise<UsageError> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(UsageError)
  return error as UsageError
}

test('downloads a model with its configuration into the layout of upstream’s cache', async () => {
  const model = await resolve()
  expect(model).toMatchObject({ name: id, modelType: 'bert', family: 'encoder-only', task: 'fill-mask', precision: 'fp32', golden: null })
  expect(model.path).toBe(join(root, 'hub', repository, 'snapshots', commit, graph))
  expect(Buffer.compare(await readFile(model.path), content.get(graph)!)).toBe(0)
  expect(await readlink(model.path)).toMatch(/^\.\.\/\.\.\/\.\.\/blobs\/[0-9a-f]{64}$/)
  expect(await readFile(join(root, 'hub', repository, 'refs', 'main'), 'utf8')).toBe(commit)
  expect(await readdir(model.folder!)).toEqual(expect.arrayContaining(['config.json', 'tokenizer.json', 'tokenizer_config.json']))
  expect(model.inputs({ batch: 3 })['input_ids']!.dims).toEqual([3, 16])
})

test('asks only for the commit when the model is cached, and nothing for a commit', async () => {
  await resolve()
  hub.requests.length = 0
  await resolve()
  expect(hub.requests).toEqual([`GET /api/models/${id}/revision/main`])
  await resolve({ hub: id, revision: commit })
  expect(hub.requests).toHaveLength(1)
})

test('sends the token to the hub and not to its storage, and shows it in no message', async () => {
  vi.stubEnv('HF_TOKEN', token)
  await resolve()
  expect([...hub.tokens.get('127.0.0.1')!]).toEqual([`Bearer ${token}`])
  expect([...hub.tokens.get('localhost')!]).toEqual([undefined])
  hub.fault = { kind: 'status', status: 403 }
  const error = await failure(resolve({ hub: 'some-org/other' }))
  expect(`${error.message} ${JSON.stringify(error)} ${String(error.stack)}`).not.toContain(token)
  expect(error.message).toContain('HF_TOKEN')
})

test.each([
  [401, /no public model.*\n.*some-org\/tiny-bert\n.*HF_TOKEN/],
  [403, /gated.*\n.*\n.*accept its terms/],
  [404, /no such model, revision or file/],
  [429, /slow down/],
  [500, /the hub failed \(500\).*\n.*\n.*run again later/],
])('explains the status %i', async (status, message) => {
  hub.fault = { kind: 'status', status }
  expect((await failure(resolve())).message).toMatch(message)
})

test('serves the cached model where the hub fails or is gone, and says what to do where there is none', async () => {
  await resolve()
  hub.fault = { kind: 'status', status: 503 }
  expect((await resolve()).modelType).toBe('bert')
  await hub[Symbol.asyncDispose]()
  expect((await resolve()).modelType).toBe('bert')
  const error = await failure(resolve({ hub: 'some-org/other' }))
  expect(error.message).toMatch(/cannot be reached: .*ECONNREFUSED/)
  expect(error.nextStep).toMatch(/HF_ENDPOINT.*\{ hub: "\.\/folder" \}.*hub cache/)
})

test('HF_HUB_OFFLINE asks nobody', async () => {
  await resolve()
  hub.requests.length = 0
  vi.stubEnv('HF_HUB_OFFLINE', '1')
  expect((await resolve()).modelType).toBe('bert')
  expect((await failure(resolve({ hub: 'some-org/other' }))).message).toContain('HF_HUB_OFFLINE')
  expect(hub.requests).toEqual([])
})

test('takes up a broken connection where it ended', async () => {
  hub.fault = { kind: 'break', after: 50_000 }
  await resolve()
  const starts = hub.requests.filter((line) => line.includes('/storage/')).map((line) => Number(/bytes=(\d+)/.exec(line)?.[1] ?? 0))
  expect(starts.length).toBeGreaterThan(2)
  expect(starts).toEqual([...starts].sort((a, b) => a - b))
  expect(starts.at(-1)).toBeGreaterThan(content.get(graph)!.length - 60_000)
})

test('takes over the part file of a process that died', async () => {
  const owner = spawn(process.execPath, ['-e', ''])
  await new Promise((done) => owner.on('exit', done))
  await resolve()
  const blob = (await blobs()).find((name) => name.length === 64)
  const folder = join(root, 'hub', repository)
  await rm(join(folder, 'snapshots'), { recursive: true })
  await rm(join(folder, 'blobs', blob!))
  await writeFile(join(folder, 'blobs', `${blob}.${owner.pid}.incomplete`), content.get(graph)!.subarray(0, 70_000))
  hub.requests.length = 0
  await resolve()
  expect(hub.requests.filter((line) => line.includes('/storage/'))).toEqual([`GET /storage/${encodeURIComponent(graph)} bytes=70000-`])
  expect((await blobs()).filter((name) => name.includes('incomplete'))).toEqual([])
})

test('refuses a file that does not have its checksum, keeps nothing of it, and gets it right the next time', async () => {
  hub.fault = { kind: 'corrupt' }
  const error = await failure(resolve())
  expect(error.message).toMatch(/onnx\/model\.onnx.*checksum/)
  expect((await blobs()).filter((name) => name.length >= 64)).toEqual([])
  hub.fault = { kind: 'none' }
  expect((await resolve()).modelType).toBe('bert')
})

test('fetches a cached graph again that was cut', async () => {
  const { path } = await resolve()
  await truncate(path, 1000)
  await resolve()
  expect((await readFile(path)).length).toBe(content.get(graph)!.length)
})

test('fetches the external data that the graph names', async () => {
  const { encodeModel, parseModel } = await import('@vitest-hardware/onnx-graph')
  const model = parseModel(content.get(graph)!, 'bert')
  const tensor = model.graph!.initializer.find(({ rawData }) => rawData.length > 1000)!
  hub.files.set('onnx/model.onnx_data', Buffer.from(tensor.rawData))
  tensor.rawData = new Uint8Array()
  tensor.dataLocation = 1
  tensor.externalData = [{ $typeName: 'onnx.StringStringEntryProto', key: 'location', value: 'model.onnx_data' }]
  hub.files.set(graph, Buffer.from(encodeModel(model)))
  const { folder } = await resolve()
  expect(await readdir(join(folder!, 'onnx'))).toEqual(['model.onnx', 'model.onnx_data'])
})

test('lists the graphs where it cannot tell which one to run', async () => {
  const bytes = hub.files.get(graph)!
  hub.files.delete(graph)
  hub.files.set('a.onnx', bytes).set('b.onnx', bytes)
  expect((await failure(resolve())).message).toMatch(/a\.onnx, b\.onnx/)
  expect((await resolve({ hub: id, file: 'b.onnx' })).path).toMatch(/b\.onnx$/)
  hub.files.clear()
  hub.files.set('config.json', Buffer.from('{}'))
  vi.stubEnv('HF_HUB_CACHE', join(root, 'empty'))
  expect((await failure(resolve())).message).toMatch(/no \.onnx file/)
})

test('several processes may download the same model at once', async () => {
  const script = `import { resolveModel } from '@vitest-hardware/model-catalogue'
    const model = await resolveModel({ hub: ${JSON.stringify(id)} }, { cacheFolder: 'x', root: '.' })
    process.stdout.write(model.path)`
  const run = (): Promise<string> =>
    new Promise((done, fail) => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', script], { env: process.env, cwd: import.meta.dirname })
      let out = ''
      child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
      child.stderr.pipe(process.stderr)
      child.on('error', fail)
      child.on('exit', (code) => (code === 0 ? done(out) : fail(new Error(`exit ${code}`))))
    })
  const paths = await Promise.all([run(), run(), run()])
  expect(new Set(paths).size).toBe(1)
  expect(Buffer.compare(await readFile(paths[0]), content.get(graph)!)).toBe(0)
})

test('a folder of the user’s own is read in place', async () => {
  const folder = join(root, 'mine')
  for (const [path, bytes] of content) {
    await mkdir(join(folder, path, '..'), { recursive: true })
    await writeFile(join(folder, path), bytes)
  }
  const model = await resolve({ hub: './mine' })
  expect(model).toMatchObject({ name: './mine', modelType: 'bert', folder, path: join(folder, graph) })
  expect(hub.requests).toEqual([])
  expect((await failure(resolve({ hub: './nowhere' }))).message).toMatch(/no such folder/)
})
