import { getBackend } from '@vitest-hardware/backends'
import { type DataType, encodeModel, encodeTensorFile, GraphBuilder, type Tensor } from '@vitest-hardware/onnx-graph'
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ConformanceCase, findCases } from './find-cases.ts'
import { type CaseOutcome, runCase } from './run-case.ts'

const cpu = getBackend('cpu')
let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'conformance-'))
})
afterAll(() => rm(root, { recursive: true }))

const tensor = (...values: number[]): Tensor => ({ type: 'float32', dims: [values.length], data: Float32Array.from(values) })

/** The model y = a − b in element type `type`. */
function difference(type: DataType = 'float32', operator = 'Sub', domain = ''): Uint8Array {
  const graph = new GraphBuilder({ name: 'difference' })
  if (domain !== '') graph.useDomain(domain, 1)
  graph.output('y', graph.node(operator, [graph.input('a', type, ['n']), graph.input('b', type, ['n'])], {}, { domain }), type, ['n'])
  return encodeModel(graph.build())
}

async function writeCase(name: string, files: Readonly<Record<string, Uint8Array>>): Promise<ConformanceCase> {
  for (const [file, bytes] of Object.entries(files)) {
    const path = join(root, name, file)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, bytes)
  }
  return findCases(join(root, name))[0]!
}

const run = (item: ConformanceCase, onLoadError: 'skip' | 'fail' = 'skip'): Promise<CaseOutcome> =>
  runCase(item, cpu, { tolerance: { atol: 1e-5, rtol: 1e-3 }, onLoadError, backendLabel: 'cpu' })

describe('a case', () => {
  test('passes where every data set gives the expected outputs; inputs pair by order, not by name', async () => {
    const item = await writeCase('passes', {
      'model.onnx': difference(),
      'test_data_set_0/input_0.pb': encodeTensorFile(tensor(5, 5), 'b'),
      'test_data_set_0/input_1.pb': encodeTensorFile(tensor(1, 2), 'a'),
      'test_data_set_0/output_0.pb': encodeTensorFile(tensor(4, 3), 'other'),
    })
    expect(await run(item)).toEqual({ state: 'passed' })
  })

  test('fails where one data set does not, with its name and the numbers', async () => {
    const inputs = { 'input_0.pb': encodeTensorFile(tensor(5, 5)), 'input_1.pb': encodeTensorFile(tensor(1, 2)) }
    const set = (name: string, output: Tensor) =>
      Object.fromEntries(
        Object.entries({ ...inputs, 'output_0.pb': encodeTensorFile(output) }).map(([file, bytes]) => [`${name}/${file}`, bytes]),
      )
    const item = await writeCase('fails', {
      'model.onnx': difference(),
      ...set('test_data_set_0', tensor(4, 3)),
      ...set('test_data_set_1', tensor(4, 3.1)),
    })
    const outcome = await run(item)
    expect(outcome).toMatchObject({ state: 'failed' })
    expect(outcome).toHaveProperty('message', expect.stringMatching(/expected: test_data_set_1 of the case[^]*1 of 2 \(50 %\)/))
  })

  test('without data only has to load', async () => {
    expect(await run(await writeCase('loads', { 'model.onnx': difference() }))).toEqual({ state: 'passed' })
  })

  test('is skipped with the name of an element type that the backend cannot hand over', async () => {
    const outcome = await run(await writeCase('bfloat16', { 'model.onnx': difference('bfloat16') }))
    expect(outcome).toEqual({ state: 'skipped', reason: "input 'a' is tensor(bfloat16), which this backend cannot hand over" })
  })

  test('is skipped with the name of a type that is no tensor', async () => {
    const graph = new GraphBuilder({ name: 'sequence' })
    graph.input('x', 'float32', ['n'])
    const model = graph.build()
    graph.output('y', graph.node('SequenceAt', [graph.node('SequenceConstruct', ['x']), graph.constant('int64', 0)]), 'float32', ['n'])
    const sequence = model.graph!.input[0]!.type!.value
    model.graph!.input[0]!.type!.value = {
      case: 'sequenceType',
      value: { $typeName: 'onnx.TypeProto.Sequence', elemType: { $typeName: 'onnx.TypeProto', denotation: '', value: sequence } },
    }
    const outcome = await run(await writeCase('sequence', { 'model.onnx': encodeModel(model) }))
    expect(outcome).toEqual({ state: 'skipped', reason: "input 'x' is seq(tensor(float)): only tensors cross the border of a session" })
  })

  test('is skipped with the reason of a runtime that refuses the model, or fails where that is asked for', async () => {
    const item = await writeCase('refused', { 'model.onnx': difference('float32', 'Teleport', 'com.example') })
    expect(await run(item)).toMatchObject({ state: 'skipped', reason: expect.stringContaining('Teleport') })
    expect(await run(item, 'fail')).toMatchObject({ state: 'failed', message: expect.stringContaining('Teleport') })
  })

  test('fails where the model is truncated', async () => {
    const item = await writeCase('truncated', { 'model.onnx': difference() })
    await truncate(item.model, 40)
    await expect(run(item)).rejects.toThrow('not a whole ONNX model')
  })

  test('fails where a tensor file is truncated', async () => {
    const item = await writeCase('truncated-data', {
      'model.onnx': difference(),
      'test_data_set_0/input_0.pb': encodeTensorFile(tensor(1, 2, 3)),
    })
    await truncate(item.dataSets[0]!.inputs[0]!, 12)
    await expect(run(item)).rejects.toThrow(/input_0\.pb holds no whole tensor/)
  })
})

describe('findCases', () => {
  test('finds folders at any depth, sorted, with files in the order of their numbers', async () => {
    const input = encodeTensorFile(tensor(1))
    const numbered = Object.fromEntries([10, 9, 0].map((index) => [`b/x/test_data_set_0/input_${index}.pb`, input]))
    await writeCase('nested', {
      'b/x/model.onnx': difference(),
      'a/model.onnx': difference(),
      'a/deeper/model.onnx': difference(),
      'empty/readme.md': input,
      ...numbered,
    })
    const cases = findCases(join(root, 'nested'))
    expect(cases.map(({ name }) => name)).toEqual(['a', 'a/deeper', 'b/x'])
    expect(cases[2]!.dataSets[0]!.inputs.map((file) => basename(file))).toEqual(['input_0.pb', 'input_9.pb', 'input_10.pb'])
  })

  test('a folder without cases, and one that is not there, are errors that say the layout', async () => {
    await mkdir(join(root, 'none'))
    expect(() => findCases(join(root, 'none'))).toThrow(/no conformance case was found[^]*model\.onnx/)
    expect(() => findCases(join(root, 'missing'))).toThrow(/cannot be read/)
  })
})
