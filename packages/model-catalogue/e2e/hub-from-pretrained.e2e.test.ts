import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as transformers from '@huggingface/transformers'
import { UsageError } from '@vitest-hardware/contracts'
import { goldenOutputs, loadModelType, type ModelType, resolveModel, seededInputs } from '@vitest-hardware/model-catalogue'
import { modelInputs, parseModel, type Tensor, type Tensors } from '@vitest-hardware/onnx-graph'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { folderContent } from '../dist/folder/folder-content.js'
import { tensorDifference } from '../dist/golden/tensor-difference.js'
import { startHub, type TestHub } from './hub-server.ts'

const contentOf = (type: ModelType): Map<string, Buffer> =>
  new Map(folderContent(type, 0).map((file: { path: string; bytes: Uint8Array }) => [file.path, Buffer.from(file.bytes)] as const))

let root: string
let hub: TestHub | undefined
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'hub-pretrained-'))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await hub?.[Symbol.asyncDispose]()
  await rm(root, { recursive: true, force: true })
})

interface Pretrained {
  from_pretrained(
    name: string,
    options: object,
  ): Promise<{ (inputs: object): Promise<Record<string, transformers.Tensor>>; dispose(): Promise<unknown> }>
}

/** Points upstream's JavaScript client at the hub, with a cache of its own. */
async function serve(type: ModelType): Promise<string> {
  const id = `some-org/${type.type}`
  hub = await startHub(id, contentOf(type))
  Object.assign(transformers.env, {
    allowLocalModels: false,
    allowRemoteModels: true,
    remoteHost: `${hub.endpoint}/`,
    cacheDir: join(root, 'transformers'),
    useFSCache: true,
  })
  vi.stubEnv('HF_ENDPOINT', hub.endpoint)
  vi.stubEnv('HF_HUB_CACHE', join(root, 'hub'))
  vi.stubEnv('HF_TOKEN', '')
  return id
}

const load = (type: ModelType, id: string) =>
  (transformers as unknown as Readonly<Record<string, Pretrained>>)[type.transformersJs!.autoClass]!.from_pretrained(id, {
    dtype: 'fp32',
    device: 'cpu',
  })

describe.each(['bert', 'vit', 'gpt2', 't5', 'wav2vec2', 'clip'])('%s over HTTP, with redirects to storage', (name) => {
  test('Transformers.js’ from_pretrained gives the recorded numbers, and our loader finds the same files', async () => {
    const type = await loadModelType(name)
    const id = await serve(type)
    const config = await transformers.AutoConfig.from_pretrained(id)
    expect((config as unknown as { model_type: string }).model_type).toBe(name)
    const model = await load(type, id)
    const ours = await resolveModel({ hub: id, file: ownGraph(type) }, { cacheFolder: join(root, 'cache'), root })
    expect(ours.modelType).toBe(name)
    const golden = (await goldenOutputs(name))!
    const inputs = seededInputs(modelInputs(parseModel(contentOf(type).get(ownGraph(type))!, name)), { config: type.config })
    const outputs = await model(
      Object.fromEntries(
        Object.entries(inputs).map(([input, { type: kind, data, dims }]) => [
          input,
          new transformers.Tensor(kind as 'float32', data as Float32Array, [...dims]),
        ]),
      ),
    )
    const shared = Object.keys(golden).filter((output) => outputs[output]?.data !== undefined)
    expect(shared).not.toEqual([])
    const of = (tensors: Readonly<Record<string, unknown>>): Tensors =>
      Object.fromEntries(
        shared.map((output) => {
          const { type: kind, data, dims } = tensors[output] as Tensor
          return [output, { type: kind, data, dims }]
        }),
      )
    expect(tensorDifference(of(outputs), of(golden)).relative).toBeLessThan(1e-4)
    await model.dispose()
    expect(hub!.requests.some((request) => request.includes('/storage/'))).toBe(true)
  })
})

function ownGraph({ graphs }: ModelType): string {
  return `onnx/${graphs[0].name}.onnx`
}

describe.each([401, 403, 404, 429, 500, 503])('a hub that answers %i', (status) => {
  test('is named by our loader with what to do, and refused by upstream’s too', { timeout: 60_000 }, async () => {
    const type = await loadModelType('bert')
    const id = await serve(type)
    hub!.fault = { kind: 'status', status }
    const error: unknown = await resolveModel({ hub: id }, { cacheFolder: join(root, 'cache'), root }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(UsageError)
    expect((error as UsageError).message).toContain(String(status))
    expect((error as UsageError).nextStep.length).toBeGreaterThan(10)
    await expect(load(type, id)).rejects.toThrow(/error|unauthor|forbidden|locate|status|\d{3}/i)
  })
})
