import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeTensorFile, encodeModel, encodeTensorFile, GraphBuilder, toNumbers } from '@vitest-hardware/onnx-graph'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { describe, expect, test } from 'vitest'
import { type ReportedTest, runProject } from './run-project.ts'

const data = process.env['VITEST_HARDWARE_DATA']
// at least: a machine with the locale en_US.UTF-8 loads four more of onnx-simple (StringNormalizer)
const folders = [
  { folder: 'onnx-simple', cases: 23, passing: 17 },
  { folder: 'onnx-pytorch-operator', cases: 35, passing: 24 },
  { folder: 'onnx-pytorch-converted', cases: 82, passing: 59 },
]

describe('cases in ONNX’s layout (VITEST_HARDWARE_DATA)', () => {
  if (data === undefined) {
    test('needs data', ({ skip }) => skip('VITEST_HARDWARE_DATA does not name the folder with real models'))
    return
  }

  for (const { folder, cases, passing } of folders) {
    const dir = join(data ?? '', 'models', folder)
    const suite = {
      'cases.hardware.test.ts': `import { conformanceTest } from '@vitest-hardware/test-fixtures'\nconformanceTest({ dir: ${JSON.stringify(dir)} })\n`,
    }

    test(`${folder}: what passes on cpu is what bare onnxruntime-node passes`, async () => {
      const { tests } = await runProject({ files: suite, backend: 'cpu' })
      const bare = await barePasses(dir)
      expect(tests).toHaveLength(cases)
      expect(names(tests, 'failed')).toEqual([])
      expect(names(tests, 'passed')).toEqual(bare)
      expect(bare.length).toBeGreaterThanOrEqual(passing)
      for (const skipped of tests.filter(({ state }) => state === 'skipped')) expect(skipped.note).toMatch(/does not load: .{20}/)
    })

    test(`${folder}: the same cases pass on wasm`, async () => {
      const { tests } = await runProject({ files: suite, backend: 'wasm' })
      expect(tests).toHaveLength(cases)
      expect(names(tests, 'failed')).toEqual([])
      expect(names(tests, 'passed').length).toBeGreaterThanOrEqual(passing)
      for (const one of tests)
        expect(one.artifacts).toMatchObject([{ type: 'vitest-hardware:subject', model: one.name, profile: { backend: 'wasm' } }])
    })
  }
})

const ownCases = `import { conformanceTest } from '@vitest-hardware/test-fixtures'
conformanceTest({ dir: './cases', backends: ['cpu', 'wasm'] })
`

/** y = x + x, as a case that is right, one whose output is wrong, and one whose model is truncated. */
async function writeCases(root: string): Promise<void> {
  const graph = new GraphBuilder({ name: 'double' })
  graph.output('y', graph.node('Add', [graph.input('x', 'float32', ['n']), 'x']), 'float32', ['n'])
  const model = encodeModel(graph.build())
  const tensor = (...values: number[]) => encodeTensorFile({ type: 'float32', dims: [values.length], data: Float32Array.from(values) })
  for (const [name, output] of [
    ['right', 2],
    ['wrong', 3],
    ['truncated', 2],
  ] as const) {
    const folder = join(root, 'cases', name, 'test_data_set_0')
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, '../model.onnx'), name === 'truncated' ? model.subarray(0, 30) : model)
    await writeFile(join(folder, 'input_0.pb'), tensor(1))
    await writeFile(join(folder, 'output_0.pb'), tensor(output))
  }
}

test('outside a hardware project each listed backend runs each case, and a broken one leaves the others alone', async () => {
  const run = await runProject({ files: { 'cases.hardware.test.ts': ownCases }, prepare: writeCases })
  expect(run.tests.map(({ name, state }) => `${name}: ${state}`)).toEqual([
    'right on cpu: passed',
    'right on wasm: passed',
    'truncated on cpu: failed',
    'truncated on wasm: failed',
    'wrong on cpu: failed',
    'wrong on wasm: failed',
  ])
  expect(run.tests[2]?.errors[0]).toMatch(/not a whole ONNX model[^]*truncated\/model\.onnx/)
  expect(run.tests[5]?.errors[0]).toMatch(/1 of 1 outputs differ for wrong on wasm[^]*max abs +\[0\] +actual 2 +expected 3/)
})

test('in a hardware project only its backend runs, and one that is not listed is skipped', async () => {
  const only = ownCases.replace("['cpu', 'wasm']", "['cpu']")
  const run = await runProject({ files: { 'cases.hardware.test.ts': only }, backend: 'wasm', prepare: writeCases })
  expect(run.tests.map(({ name, state, note }) => `${name}: ${state}, ${note}`)).toEqual(
    ['right', 'truncated', 'wrong'].map((name) => `${name}: skipped, conformanceTest names only cpu`),
  )
})

function names(tests: readonly ReportedTest[], state: ReportedTest['state']): string[] {
  return tests
    .filter((one) => one.state === state)
    .map(({ name }) => name)
    .sort()
}

/** Names of the cases that load and give the expected outputs, by onnxruntime-node alone. */
async function barePasses(dir: string): Promise<string[]> {
  const passed: string[] = []
  for (const name of (await readdir(dir)).sort()) if (await passesBare(join(dir, name))) passed.push(name)
  return passed
}

async function passesBare(folder: string): Promise<boolean> {
  let session: InferenceSession
  try {
    session = await InferenceSession.create(join(folder, 'model.onnx'), { logSeverityLevel: 4 })
  } catch {
    return false
  }
  for (const set of (await readdir(folder)).filter((entry) => entry.startsWith('test_data_set_'))) {
    const read = async (side: string, index: number) =>
      decodeTensorFile(new Uint8Array(await readFile(join(folder, set, `${side}_${index}.pb`))))
    const feeds: Record<string, Tensor> = {}
    for (const [index, name] of session.inputNames.entries()) {
      const { type, data: values, dims } = await read('input', index)
      feeds[name] = new Tensor(type as 'float32', values as Float32Array, dims)
    }
    const results = await session.run(feeds)
    for (const [index, name] of session.outputNames.entries()) {
      const wanted = await read('output', index)
      const given = results[name] as Parameters<typeof toNumbers>[0]
      if (wanted.type === 'string') {
        if (JSON.stringify(given.data) !== JSON.stringify(wanted.data)) return false
        continue
      }
      const expected = toNumbers(wanted)
      const actual = toNumbers(given)
      if (
        actual.length !== expected.length ||
        !actual.every(
          (value, at) => Object.is(value, expected[at]) || Math.abs(value - expected[at]!) <= 1e-5 + 1e-3 * Math.abs(expected[at]!),
        )
      )
        return false
    }
  }
  return true
}
