import { readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getBackend } from '@vitest-hardware/backends'
import { HardwareArtifactSchema, type Measured, newId, testIdOf } from '@vitest-hardware/contracts'
import { resolveModel } from '@vitest-hardware/model-catalogue'
import { encodeModel, encodeTensor, graphOf, decodeTensor, parseModel } from '@vitest-hardware/onnx-graph'
import { expect, test } from 'vitest'
import { outcomes, type ProjectRun, type ReportedTest, runProject } from './run-project.ts'

const header = `
import { describe, expect, test as plain } from 'vitest'
import { modelTest } from '@vitest-hardware/test-fixtures'
`

function find({ tests, output }: ProjectRun, name: string): ReportedTest {
  const found = tests.find((one) => one.name === name)
  if (found === undefined) throw new Error(`no test ${name} in ${JSON.stringify(tests.map((one) => one.name))}\n${output}`)
  return found
}

function measured(one: ReportedTest, metric: string): Measured | undefined {
  return one.artifacts
    .filter((artifact) => artifact.type === 'vitest-hardware:measurement')
    .find(({ measurement }) => measurement.metric === metric)
}

const bert = `${header}
const test = modelTest({ model: 'bert' })
describe('bert', () => {
  test('matches the reference', async ({ session, inputs, reference, referenceSource }) => {
    expect(referenceSource.kind).toBe('golden')
    expect(await session.run(inputs)).toMatchOutputs(reference, { tolerance: 1e-4 })
  })
  test('latency', async ({ session, inputs, measure }) => {
    expect(await measure('latency', () => session.run(inputs))).toHaveNoRegression()
  })
  test('size', ({ record }) => {
    record('size', [3], { unit: 'bytes' })
  })
})
`

/** Tests that know nothing of fixtures. */
const plainSuite = `${header}
plain('plain', () => {})
plain('another', () => {})
plain('a matcher', () => {
  expect({ y: { type: 'float32', dims: [1], data: Float32Array.of(1) } }).toMatchOutputs({ y: { type: 'float32', dims: [1], data: Float32Array.of(1) } })
})
`

test.for(['cpu', 'wasm'] as const)('a seeded model on %s: passes, and sends what contracts describe', async (backend) => {
  const run = await runProject({ files: { 'bert.hardware.test.ts': bert }, backend })
  expect(outcomes(run)).toEqual(['bert > matches the reference: passed', 'bert > latency: passed', 'bert > size: passed'])
  for (const one of run.tests) {
    for (const artifact of one.artifacts) HardwareArtifactSchema.parse(artifact)
    expect(one.artifacts.filter(({ type }) => type === 'vitest-hardware:subject')).toHaveLength(1)
  }
  const subject = { profile: { backend }, model: 'bert', modelType: 'bert', family: 'encoder-only' }
  const first = find(run, 'bert > matches the reference')
  expect(first.artifacts[0]).toMatchObject(subject)
  // the session is opened once for the file, so its cost is told once
  expect(measured(first, 'session-load')?.measurement).toMatchObject({ unit: 'ms', samples: [expect.any(Number)] })
  expect(measured(first, 'session-memory')?.measurement).toMatchObject({ unit: 'bytes' })
  const latency = find(run, 'bert > latency')
  expect(latency.artifacts).toHaveLength(2)
  expect(measured(latency, 'latency')).toMatchObject({
    measurement: { unit: 'ms', precision: 'fp32', provenance: 'measured' },
    comparison: { verdict: 'no-baseline' },
  })
  expect(measured(latency, 'latency')?.measurement.samples.length).toBeGreaterThanOrEqual(15)
  expect(measured(find(run, 'bert > size'), 'size')).toMatchObject({ measurement: { samples: [3] }, comparison: null })
})

test('plain tests of a hardware project say where they ran: each by id, once per file by the whole profile', async () => {
  const run = await runProject({ files: { 'plain.hardware.test.ts': plainSuite }, backend: 'cpu' })
  expect(outcomes(run)).toEqual(['plain: passed', 'another: passed', 'a matcher: passed'])
  const [first, ...others] = run.tests
  expect(first?.artifacts).toMatchObject([{ type: 'vitest-hardware:subject', profile: { backend: 'cpu' }, model: null }])
  const subject = HardwareArtifactSchema.parse(first?.artifacts[0])
  const id = subject.type === 'vitest-hardware:subject' ? subject.profile.hardwareProfileId : null
  expect(run.tests.map(({ meta }) => meta.hardwareProfileId)).toEqual([id, id, id])
  for (const other of others) expect(other.artifacts).toEqual([])
})

test('a measurement far above its baseline fails, and its artifact carries the comparison', async () => {
  const detection = await getBackend('cpu').detect()
  if (!detection.available) throw new Error(detection.reason)
  const runs = [0, 1, 2, 3, 4].map((index) => ({
    runId: newId(),
    startedAt: '2026-01-01T00:00:00Z',
    samples: [1, 2, 3, 4, 5].map((step) => 1e-6 * (1 + (index + step) / 1000)),
  }))
  const series = {
    testId: testIdOf('bert.hardware.test.ts', 'bert > latency'),
    hardwareProfileId: detection.profile.hardwareProfileId,
    metric: 'latency',
    batchSize: null,
    precision: 'fp32',
    unit: 'ms',
    direction: 'lower',
    runs,
  }
  const run = await runProject({
    files: {
      'bert.hardware.test.ts': bert,
      'baselines.json': JSON.stringify({ schema: 'vitest-hardware/baselines@1', baselines: [series] }),
    },
    backend: 'cpu',
  })
  const latency = find(run, 'bert > latency')
  expect(latency.state).toBe('failed')
  expect(latency.errors[0]).toMatch(/latency: regression\n {2}baseline .* \(5 runs, 25 samples\)\n {2}now .*\n {2}ratio/)
  expect(measured(latency, 'latency')?.comparison).toMatchObject({ verdict: 'regression', baselineRuns: 5 })
  expect(run.exitCode).toBe(1)
})

test('one changed weight fails toMatchOutputs with what a person needs', async () => {
  const suite = `${header}
const test = modelTest({ file: './changed.onnx' }, { reference: { model: 'bert' } })
test('matches', async ({ session, inputs, reference }) => {
  expect(await session.run(inputs)).toMatchOutputs(reference)
})`
  const run = await runProject({ files: { 'changed.hardware.test.ts': suite }, backend: 'cpu', prepare: changeOneWeight })
  const [error] = find(run, 'matches').errors
  expect(error).toMatch(/^1 of 1 outputs differ for changed\.onnx on cpu \(.*onnxruntime-node/)
  expect(error).toContain('expected: bert on reference (float64)')
  expect(error).toMatch(/logits {2}float32\[1, \d+, 128\] {2}\d+ of \d+ \([\d.]+ %\) +[\d.e-]+ at \[0, \d+, \d+\]/)
  expect(error).toMatch(/first +\[0, \d+, \d+\] +actual \S+ +expected \S+/)
})

async function changeOneWeight(root: string): Promise<void> {
  const { path } = await resolveModel({ model: 'bert' }, { cacheFolder: join(root, 'cache'), root })
  const model = parseModel(new Uint8Array(await readFile(path)), path)
  const graph = graphOf(model)
  const index = graph.initializer.findIndex(({ name, dims }) => name.includes('query') && dims.length === 2)
  const weight = decodeTensor(graph.initializer[index]!)
  ;(weight.data as Float32Array)[0]! += 5
  graph.initializer[index] = encodeTensor(weight, graph.initializer[index]!.name)
  await writeFile(join(root, 'changed.onnx'), encodeModel(model))
}

test('bad input: one clear error each', async () => {
  const suite = `${header}
modelTest({ model: 'brt' })('unknown type', ({ session }) => {})
modelTest({ file: './truncated.onnx' })('truncated', ({ session }) => {})
modelTest({ file: './missing.onnx' })('missing', ({ session }) => {})
const test = modelTest({ model: 'bert' })
test('wrong shape', async ({ session, inputs }) => {
  await session.run({ ...inputs, input_ids: { type: 'int64', dims: [8], data: new BigInt64Array(8) } })
})
test('a promise', async ({ session, inputs, reference }) => {
  expect(session.run(inputs)).toMatchOutputs(reference)
})
test('not a time', async ({ measure }) => {
  await measure('rate', () => {}, { unit: 'items/s' })
})
test('no samples', ({ record }) => {
  record('accuracy', [0.5, NaN], { unit: '%' })
})`
  const run = await runProject({
    files: { 'bad.hardware.test.ts': suite },
    backend: 'cpu',
    prepare: async (root) => {
      const { path } = await resolveModel({ model: 'bert' }, { cacheFolder: join(root, 'cache'), root })
      await writeFile(join(root, 'truncated.onnx'), await readFile(path))
      await truncate(join(root, 'truncated.onnx'), 5000)
    },
  })
  const errors = Object.fromEntries(run.tests.map(({ name, errors }) => [name, errors]))
  expect(errors['unknown type']).toEqual([expect.stringMatching(/no model type "brt"[^]*did you mean .*"bert"/)])
  expect(errors['truncated']).toEqual([expect.stringMatching(/not a whole ONNX model[^]*truncated\.onnx/)])
  expect(errors['missing']).toEqual([expect.stringMatching(/no such file[^]*missing\.onnx/)])
  expect(errors['wrong shape']).toEqual([expect.stringMatching(/input_ids.*expected int64\[.*got int64\[8\]/)])
  expect(errors['a promise']).toEqual([expect.stringContaining('is a promise; await it')])
  expect(errors['not a time']).toEqual([expect.stringMatching(/no unit of time[^]*record\(\)/)])
  expect(errors['no samples']).toEqual([expect.stringContaining('accuracy: sample 1 is NaN')])
  expect(find(run, 'unknown type').artifacts).toMatchObject([{ type: 'vitest-hardware:subject', model: 'brt' }])
  expect(run.exitCode).toBe(1)
})

test('on a backend that cannot run here every test is skipped with the reason, plain ones too', async () => {
  const run = await runProject({ files: { 'bert.hardware.test.ts': bert, 'plain.hardware.test.ts': plainSuite }, backend: 'coreml' })
  expect(run.exitCode).toBe(0)
  expect(run.tests).toHaveLength(6)
  for (const one of run.tests) expect(one).toMatchObject({ state: 'skipped', note: expect.stringMatching(/.{10}/), artifacts: [] })
})

test('outside a hardware project a model runs on cpu, and fixtures compose with extend and override', async () => {
  const suite = `${header}
import { seededInputs } from '@vitest-hardware/model-catalogue'
const test = modelTest({ model: 'bert' }, { inputs: { batch: 2, seed: 7 } }).extend('labels', ({ inputs }) => inputs.input_ids.dims[0])
test('own fixture', async ({ labels, backend, session, inputs, reference, referenceSource, measure }) => {
  expect(labels).toBe(2)
  expect(backend.name).toBe('cpu')
  expect(referenceSource.kind).toBe('same-model')
  expect(await session.run(inputs)).toMatchOutputs(reference)
  expect((await measure('latency', () => session.run(inputs), { samples: 3, warmup: 0 })).batchSize).toBe(2)
})
describe('overridden', () => {
  test.override('inputs', ({ session }) => seededInputs(session.inputs, { batch: 3 }))
  test('inputs', async ({ inputs, session, reference, labels }) => {
    expect(labels).toBe(3)
    expect(await session.run(inputs)).toMatchOutputs(reference)
    expect(reference.logits.dims[0]).toBe(3)
  })
})
test.beforeAll(({ sessions }) => { expect(typeof sessions.open).toBe('function') })
`
  const run = await runProject({ files: { 'own.hardware.test.ts': suite } })
  expect(outcomes(run)).toEqual(['own fixture: passed', 'overridden > inputs: passed'])
})

test('sessions are disposed when their file ends', async () => {
  const open = `${header}
import { openSessionCount } from '@vitest-hardware/backends'
const test = modelTest({ model: 'bert' })
test('first', ({ session }) => { globalThis.openSessions = openSessionCount; globalThis.first = session })
test('second', ({ session, reference }) => { expect(session).toBe(globalThis.first) ; expect(openSessionCount()).toBe(1) })`
  const after = `${header}
plain('later', () => { expect(globalThis.openSessions()).toBe(0) })`
  const run = await runProject({ files: { 'a.hardware.test.ts': open, 'b.hardware.test.ts': after }, backend: 'cpu' })
  expect(outcomes(run)).toEqual(['first: passed', 'second: passed', 'later: passed'])
})
