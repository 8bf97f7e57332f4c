import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getBackend } from '@vitest-hardware/backends'
import { resolveModel } from '@vitest-hardware/model-catalogue'
import { decodeTensorFile, type Tensor, type Tensors } from '@vitest-hardware/onnx-graph'
import { describe, expect, test } from 'vitest'
import { differenceOf } from '../scripts/reference-cases.ts'
import { expectAgreementWithCpu } from './reference-agreement.ts'

const data = process.env['VITEST_HARDWARE_DATA']

/** `arange(n) / n` in the input's shape, for which the expected outputs were made. */
function ramp(dims: readonly number[]): Tensor {
  const count = dims.reduce((product, size) => product * size, 1)
  return { type: 'float32', dims, data: Float32Array.from({ length: count }, (_, index) => index / count) }
}

describe('models from outside (needs VITEST_HARDWARE_DATA)', () => {
  if (data === undefined) {
    test('needs data', ({ skip }) => skip('VITEST_HARDWARE_DATA does not name the folder with real models'))
    return
  }
  const folder = join(data, 'models')

  // the lightest; the others of the folder take up to two minutes each
  test.for(['inception_v1', 'shufflenet', 'squeezenet'])('%s gives the outputs that came with it', async (name) => {
    const file = join(folder, 'onnx-light', `light_${name}`)
    await using session = await getBackend('reference').open({ path: `${file}.onnx` })
    expect(session.fallbackNodes).toEqual([])
    const outputs = await session.run(Object.fromEntries(session.inputs.map((input) => [input.name, ramp([1, 3, 224, 224])])))
    const expected = decodeTensorFile(await readFile(`${file}_output_0.pb`))
    expect(differenceOf(outputs[session.outputs[0]!.name]!, expected)).toBeNull()
  })

  test('silero-vad agrees with cpu on a tone', async () => {
    // 512 samples at 16 kHz are what it was trained on
    const tone = Float32Array.from({ length: 512 }, (_, index) => 0.5 * Math.sin((2 * Math.PI * 220 * index) / 16_000))
    const feeds: Tensors = {
      input: { type: 'float32', dims: [1, 512], data: tone },
      state: { type: 'float32', dims: [2, 1, 128], data: new Float32Array(256) },
      sr: { type: 'int64', dims: [], data: BigInt64Array.of(16_000n) },
    }
    await expectAgreementWithCpu(join(folder, 'trained', 'silero-vad.onnx'), feeds, 1e-4)
  })

  test.for(['mnist', 'ultraface-320'])('%s agrees with cpu', async (name) => {
    const model = await resolveModel({ file: join(folder, 'trained', `${name}.onnx`) }, { cacheFolder: folder, root: folder })
    await expectAgreementWithCpu(model.path, model.inputs(), 1e-4)
  })

  test('operators that no runtime here has are refused when the model is opened', async () => {
    await expect(getBackend('reference').open({ path: join(folder, 'trained', 'sr-pp.onnx') })).rejects.toMatchObject({
      failure: 'unknown-operator',
      message: expect.stringContaining('onnxruntime-extensions') as string,
    })
  })
})
