import { toNumbers } from '@vitest-hardware/onnx-graph'
import { expect, test } from 'vitest'
import { seededNormal } from '../random.ts'
import { withWeights } from '../testing/given-weights.ts'
import { floats, runBlock } from '../testing/run-model.ts'
import { adaptiveNorm, modulation } from './adaptive-norm.ts'
import { downsample, residualBlock, upsample } from './residual-block.ts'
import { spatialTransformer } from './spatial-transformer.ts'

const image = floats([1, 8, 4, 4], seededNormal('image', 128))
const options = { inputChannels: 8, outputChannels: 8, groups: 2, epsilon: 1e-5 }

test('a residual block whose last convolution is zero passes its input on', async () => {
  const output = await runBlock({ image }, 4, (context, values) =>
    residualBlock(
      withWeights(context, (path, dims) =>
        path.startsWith('conv2') ? new Float32Array(dims.reduce((product, dim) => product * dim, 1)) : null,
      ),
      values['image']!,
      options,
    ),
  )
  expect(output).toEqual(image)
})

test('a residual block takes the timestep in', async () => {
  const run = (step: number) =>
    runBlock(
      {
        image,
        time: floats(
          [1, 6],
          Array.from({ length: 6 }, () => step),
        ),
      },
      4,
      (context, values) =>
        residualBlock(context, values['image']!, { ...options, outputChannels: 4, time: { embedding: values['time']!, size: 6 } }),
    )
  const [one, other] = [await run(1), await run(2)]
  expect(one.dims).toEqual([1, 4, 4, 4])
  expect(one).not.toEqual(other)
})

test('a spatial transformer sees its condition, and its residual alone is the input', async () => {
  const condition = (value: number) =>
    floats(
      [1, 3, 5],
      Array.from({ length: 15 }, (_, index) => value * index),
    )
  const run = (value: number, isOff: boolean) =>
    runBlock({ image, condition: condition(value) }, 4, (context, values) =>
      spatialTransformer(
        withWeights(context, (path, dims) =>
          isOff && path.startsWith('proj_out') ? new Float32Array(dims.reduce((product, dim) => product * dim, 1)) : null,
        ),
        values['image']!,
        { size: 8, heads: 2, groups: 2, condition: values['condition']!, conditionSize: 5 },
      ),
    )
  expect(await run(1, true)).toEqual(image)
  expect(await run(1, false)).not.toEqual(await run(-1, false))
})

/** A 3 × 3 kernel for each pair of channels that copies channel i to channel i. */
function copyKernel(channels: number): number[] {
  return Array.from({ length: channels * channels * 9 }, (_, index) =>
    index % 9 === 4 && Math.floor(index / 9) % channels === Math.floor(index / 9 / channels) ? 1 : 0,
  )
}
const copying = (channels: number) => (path: string) =>
  path === 'conv.weight' ? copyKernel(channels) : path === 'conv.bias' ? new Float32Array(channels) : null

test('up-sampling repeats each pixel, down-sampling takes every second', async () => {
  const small = floats([1, 1, 2, 2], [1, 2, 3, 4])
  const large = await runBlock({ small }, 4, (context, values) => upsample(withWeights(context, copying(1)), values['small']!, 1))
  expect([...toNumbers(large)]).toEqual([1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4])
  const again = await runBlock({ large }, 4, (context, values) => downsample(withWeights(context, copying(1)), values['large']!, 1))
  expect(again).toEqual(small)
})

test('an adaptive norm is (x - mean)/deviation·(1 + scale) + shift', async () => {
  const x = floats([1, 1, 2], [1, 3])
  const output = await runBlock({ x, shift: floats([1, 1, 2], [10, 20]), scale: floats([1, 1, 2], [1, 2]) }, 3, (context, values) =>
    adaptiveNorm(context, values['x']!, { size: 2, epsilon: 1e-9, shift: values['shift']!, scale: values['scale']! }),
  )
  ;[-1 * 2 + 10, 1 * 3 + 20].forEach((value, index) => expect(toNumbers(output)[index]).toBeCloseTo(value, 4))
})

test('modulation cuts SiLU(condition)·weight into parts', async () => {
  const weights = (path: string) => (path === 'm.weight' ? [1, 2, 3] : path === 'm.bias' ? [0, 0, 100] : null)
  const output = await runBlock(
    { c: floats([2, 1], [0, 2]) },
    3,
    (context, values) => modulation(withWeights(context, weights), values['c']!, { name: 'm', size: 1, count: 3 })[2]!,
  )
  const silu = 2 / (1 + Math.exp(-2))
  expect(output.dims).toEqual([2, 1, 1])
  ;[100, 3 * silu + 100].forEach((value, index) => expect(toNumbers(output)[index]).toBeCloseTo(value, 4))
})
