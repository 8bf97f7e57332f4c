import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { outcomes, runProject } from './run-project.ts'

const data = process.env['VITEST_HARDWARE_DATA']
const models = join(data ?? '', 'models')
const light = ['bvlc_alexnet', 'densenet121', 'inception_v1', 'inception_v2', 'resnet50', 'shufflenet', 'squeezenet', 'vgg19', 'zfnet512']

const header = `
import { readFile } from 'node:fs/promises'
import { expect } from 'vitest'
import { modelTest } from '@vitest-hardware/test-fixtures'
import { decodeTensorFile } from '@vitest-hardware/onnx-graph'
const models = ${JSON.stringify(models)}
`

/** ONNX's light models: the expected output is that of arange(n)/n in the input's shape. */
const lightSuite = `${header}
for (const name of ${JSON.stringify(light)}) {
  const test = modelTest({ file: models + '/onnx-light/light_' + name + '.onnx' }).extend('ramp', ({ session }) => {
    const [{ name, value }] = session.inputs
    const dims = value.dims.map((size) => (typeof size === 'number' ? size : 1))
    const count = dims.reduce((product, size) => product * size, 1)
    return { [name]: { type: 'float32', dims, data: Float32Array.from({ length: count }, (_, index) => index / count) } }
  })
  test(name, async ({ session, ramp }) => {
    const { name: _, ...expected } = decodeTensorFile(new Uint8Array(await readFile(models + '/onnx-light/light_' + name + '_output_0.pb')))
    expect(await session.run(ramp)).toMatchOutputs({ [session.outputs[0].name]: expected })
  })
}`

const trainedSuite = `${header}
for (const name of ['mnist', 'ultraface-320']) {
  modelTest({ file: models + '/trained/' + name + '.onnx' })(name, async ({ session, inputs, reference, referenceSource }) => {
    expect(referenceSource.kind).toBe('same-model')
    expect(await session.run(inputs)).toMatchOutputs(reference)
  })
}

// a chunk of 32 ms at 16 kHz after 4 ms of context; the model leaves these sizes open, so nothing could guess them
const input = { type: 'float32', dims: [1, 576], data: Float32Array.from({ length: 576 }, (_, index) => Math.sin(index / 9) * Math.cos(index / 50)) }
const state = { type: 'float32', dims: [2, 1, 128], data: new Float32Array(256) }
const sr = { type: 'int64', dims: [], data: BigInt64Array.of(16000n) }

const full = modelTest({ file: models + '/trained/silero-vad.onnx' })
full.override('inputs', { input, state, sr })
full('silero-vad', async ({ session, inputs, reference }) => {
  const first = await session.run(inputs)
  expect(first).toMatchOutputs(reference)
  expect(first).not.toMatchOutputs(await session.run({ ...inputs, state: first.stateN }))
})

const half = modelTest({ file: models + '/trained/silero-vad-fp16.onnx' })
half.override('inputs', { input, state })
half('silero-vad-fp16', async ({ session, inputs, reference }) => {
  expect(await session.run(inputs)).toMatchOutputs(reference)
})
modelTest({ file: models + '/trained/sr-pp.onnx' })('needs extensions', ({ session }) => {})
`

describe('real models (VITEST_HARDWARE_DATA)', () => {
  if (data === undefined) {
    test('needs data', ({ skip }) => skip('VITEST_HARDWARE_DATA does not name the folder with real models'))
    return
  }

  test.for(['cpu', 'wasm'] as const)('light models give their expected outputs on %s', async (backend) => {
    const run = await runProject({ files: { 'light.hardware.test.ts': lightSuite }, backend })
    expect(outcomes(run)).toEqual(light.map((name) => `${name}: passed`))
  })

  test.for(['cpu', 'wasm'] as const)('trained models agree with cpu on %s, and one that needs extensions says so', async (backend) => {
    const run = await runProject({ files: { 'trained.hardware.test.ts': trainedSuite }, backend })
    const passing = ['mnist', 'ultraface-320', 'silero-vad', 'silero-vad-fp16']
    expect(outcomes({ tests: run.tests.slice(0, -1) })).toEqual(passing.map((name) => `${name}: passed`))
    const extensions = run.tests.at(-1)
    expect(extensions).toMatchObject({ name: 'needs extensions', state: 'failed' })
    expect(extensions?.errors[0]).toMatch(/com\.microsoft\.extensions[^]*sr-pp\.onnx/)
  })
})
