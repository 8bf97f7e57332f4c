import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { UsageError } from '@vitest-hardware/contracts'
import { encodeTensorFile, ModelFormatError, type Tensors } from '@vitest-hardware/onnx-graph'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { tensorDifference } from '../golden/tensor-difference.ts'
import { buildGraphs } from '../graphs/build-graphs.ts'
import { loadModelType, UnknownModelTypeError } from '../registry.ts'
import { floats, openType } from '../testing/run-model.ts'
import { ModelFileError } from './model-file.ts'
import { ModelRequestError, resolveModel } from './resolve-model.ts'
import type { ModelRequest } from './resolved-model.ts'

const bert = await loadModelType('bert')

let root: string
beforeEach(async () => void (root = await mkdtemp(join(tmpdir(), 'resolve-'))))
afterEach(() => rm(root, { recursive: true, force: true }))

const resolve = (request: ModelRequest) => resolveModel(request, { cacheFolder: join(root, 'cache'), root })
const bertBytes = () => buildGraphs(bert, 0)[0]!.bytes

test('a type of the catalogue comes with its folder and golden outputs', async () => {
  const model = await resolve({ model: 'bert' })
  expect(model).toMatchObject({ name: 'bert', modelType: 'bert', family: 'encoder-only', task: 'fill-mask', precision: 'fp32' })
  expect(model.path.startsWith(model.folder!)).toBe(true)
  expect(model.golden!.inputs).toEqual(model.inputs())
  const outputs = await (await openType(bert)).run(model.inputs())
  expect(tensorDifference(outputs, model.golden!.outputs).relative).toBeLessThan(1e-5)
})

test('a model of another seed misses the golden outputs and has none of its own', async () => {
  const { golden } = await resolve({ model: 'bert' })
  const outputs = await (await openType(bert, { seed: 1 })).run(golden!.inputs)
  expect(tensorDifference(outputs, golden!.outputs).relative).toBeGreaterThan(0.1)
  expect((await resolve({ model: 'bert', seed: 1 })).golden).toBeNull()
})

test('an unknown type and an unknown task are told', async () => {
  await expect(resolve({ model: 'bertt' })).rejects.toThrow(UnknownModelTypeError)
  await expect(resolve({ model: 'bert', task: 'image-classification' })).rejects.toThrow(
    /no head for the task "image-classification".*\n.*\n.*fill-mask/,
  )
  await expect(resolve({} as ModelRequest)).rejects.toThrow(ModelRequestError)
})

test('a file of the user’s gets inputs from what it declares', async () => {
  await writeFile(join(root, 'mine.onnx'), bertBytes())
  const model = await resolve({ file: './mine.onnx' })
  expect(model).toMatchObject({
    name: 'mine.onnx',
    path: join(root, 'mine.onnx'),
    folder: null,
    modelType: null,
    family: null,
    task: null,
    precision: 'fp32',
    golden: null,
  })
  expect(Object.keys(model.inputs({ dims: { batch: 2, sequence: 3 } }))).toEqual(['input_ids', 'attention_mask', 'token_type_ids'])
  expect(model.inputs({ dims: { batch: 2, sequence: 3 } })['input_ids']!.dims).toEqual([2, 3])
})

test('a test data set beside a file is its inputs and golden outputs', async () => {
  const folder = join(root, 'case', 'test_data_set_0')
  await mkdir(folder, { recursive: true })
  await writeFile(join(root, 'case', 'model.onnx'), bertBytes())
  const inputs: Tensors = (await resolve({ model: 'bert' })).inputs({ seed: 5, dims: { sequence: 3 } })
  for (const [index, [name, tensor]] of Object.entries(inputs).entries())
    await writeFile(join(folder, `input_${index}.pb`), encodeTensorFile(tensor, index === 0 ? '' : name))
  const logits = floats([1, 1], [7])
  await writeFile(join(folder, 'output_0.pb'), encodeTensorFile(logits))
  const model = await resolve({ file: 'case/model.onnx' })
  expect(model.inputs()).toEqual(inputs)
  expect(model.golden).toEqual({ inputs, outputs: { logits } })
  expect(model.inputs({ batch: 2 })['input_ids']!.dims).toEqual([2, 16])
})

test.each([
  ['missing.onnx', /no such file/],
  ['folder', /folder, not a model file/],
  ['empty.onnx', /onnx/i],
])('%s is told', async (file, message) => {
  await mkdir(join(root, 'folder'))
  await writeFile(join(root, 'empty.onnx'), '')
  const error: unknown = await resolve({ file }).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(UsageError)
  expect((error as Error).message).toMatch(message)
})

test('a truncated file is no model', async () => {
  await writeFile(join(root, 'cut.onnx'), bertBytes().subarray(0, 5000))
  await expect(resolve({ file: 'cut.onnx' })).rejects.toThrow(ModelFormatError)
  await expect(resolve({ file: 'nothing.onnx' })).rejects.toThrow(ModelFileError)
})
