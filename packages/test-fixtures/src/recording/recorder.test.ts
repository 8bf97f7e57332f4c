import { cpus } from 'node:os'
import { HardwareArtifactSchema, type HardwareContext, identifyProfile, type Measurement, testIdOf } from '@vitest-hardware/contracts'
import { expect, expectTypeOf, test, type TestArtifact } from 'vitest'
import { type MeasuredArtifact, recordSubject, type SubjectArtifact, subjectOf } from './artifacts.ts'
import { testRecorder } from './recorder.ts'

const profile = identifyProfile({
  backend: 'cpu',
  device: 'a processor',
  deviceKind: 'cpu',
  isSoftwareDevice: false,
  driver: null,
  runtime: 'onnxruntime-node',
  runtimeVersion: '1.30.0',
  runtimeBuild: null,
  os: 'linux',
  osRelease: '6',
  arch: 'x64',
  cpuModel: cpus()[0]?.model ?? 'unknown',
  cores: 2,
  memoryBytes: 1,
  host: 'node',
})
const context: HardwareContext = { backend: 'cpu', browser: null, root: import.meta.dirname, baselineFile: 'none', cacheFolder: 'none' }
const measurement: Measurement = {
  metric: 'latency',
  unit: 'ms',
  direction: 'lower',
  batchSize: null,
  precision: null,
  samples: [1, 2, 3],
  warmup: [9],
  provenance: 'measured',
}
const subject = { profile, model: null, modelType: null, family: null, task: null }

test('what is sent is what contracts describe, each once', async ({ task }) => {
  await recordSubject(task, subject)
  await recordSubject(task, subject)
  expect(subjectOf(task)?.model).toBeNull()
  const recorder = testRecorder(task, profile, context)
  const judged = recorder.add(measurement)
  judged.judge()
  recorder.add({ ...measurement, metric: 'other' })
  await recorder.flush()
  await recorder.flush()
  const sent = task.artifacts.map((artifact) => HardwareArtifactSchema.parse(artifact))
  expect(sent.map(({ type }) => type)).toEqual(['vitest-hardware:subject', 'vitest-hardware:measurement', 'vitest-hardware:measurement'])
  expect(sent[1]).toMatchObject({ hardwareProfileId: profile.hardwareProfileId, measurement, comparison: { verdict: 'no-baseline' } })
  expect(sent[2]).toMatchObject({ comparison: null })
})

test('of several subjects the one with a model stands, and every profile is sent', async ({ task }) => {
  const service = identifyProfile({ ...profile, backend: 'openai', device: 'openai', deviceKind: 'service' })
  const attempt = async (): Promise<void> => {
    await recordSubject(task, subject)
    await recordSubject(task, { ...subject, model: 'bert' })
    await recordSubject(task, { ...subject, profile: service })
  }
  await attempt()
  expect(subjectOf(task)).toMatchObject({ model: 'bert', profile })
  const sent = (): unknown[] =>
    task.artifacts.map((artifact) => (artifact.type === 'vitest-hardware:subject' ? [artifact.model, artifact.profile.backend] : null))
  const all = [
    [null, 'cpu'],
    ['bert', 'cpu'],
    [null, 'openai'],
    ['bert', 'cpu'],
  ]
  expect(sent()).toEqual(all)
  await attempt()
  expect(sent()).toEqual(all)
  await recordSubject(task, { ...subject, profile: service, model: 'gpt' })
  expect(subjectOf(task)).toMatchObject({ model: 'gpt', profile: service })
})

test('a test is named by its file below the root and its full name', ({ task }) => {
  const handle = testRecorder(task, profile, context).add(measurement)
  expect(handle.testId).toBe(testIdOf('recorder.test.ts', 'a test is named by its file below the root and its full name'))
})

test('numbers that nobody could judge are refused at once', ({ task }) => {
  const recorder = testRecorder(task, profile, context)
  expect(() => recorder.add({ ...measurement, samples: [] })).toThrow(/latency: a measurement needs at least one sample/)
  expect(() => recorder.add({ ...measurement, samples: [1, Number.POSITIVE_INFINITY] })).toThrow('sample 1 is Infinity')
})

test('the artifacts are known to Vitest by their types', () => {
  expectTypeOf<Extract<TestArtifact, { type: 'vitest-hardware:subject' }>>().toEqualTypeOf<SubjectArtifact>()
  expectTypeOf<Extract<TestArtifact, { type: 'vitest-hardware:measurement' }>>().toEqualTypeOf<MeasuredArtifact>()
})
