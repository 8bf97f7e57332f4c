import { encodeModel, toNumbers } from '@vitest-hardware/onnx-graph'
import { expect, test } from 'vitest'
import { createGraphContext } from '../../graph-context.ts'
import { seededNormal } from '../../random.ts'
import { withWeights } from '../../testing/given-weights.ts'
import { floats, openModel } from '../../testing/run-model.ts'
import { modelTypes } from './resnet.ts'

const modelType = modelTypes[0]!

/** Convolutions that copy channel o modulo the input's channels at the kernel's centre, norms that change nothing, blocks whose inner path is silent. */
function identity(path: string, dims: readonly number[]): Float32Array {
  const values = new Float32Array(dims.reduce((product, dim) => product * dim, 1))
  const isSilent = path.endsWith('layer.2.normalization.weight')
  if (path.endsWith('normalization.weight')) return values.fill(isSilent ? 0 : 1)
  // upstream's ε of 1e-5 is part of the square root
  if (path.endsWith('running_var')) return values.fill(1 - 1e-5)
  if (path === 'classifier.1.weight') {
    const [channels, labels] = dims as [number, number]
    for (let index = 0; index < Math.min(channels, labels); index++) values[index * labels + index] = 1
  }
  if (path.endsWith('convolution.weight')) {
    const [outputs, inputs, kernel] = dims as [number, number, number]
    for (let output = 0; output < outputs; output++)
      values[(output * inputs + (output % inputs)) * kernel * kernel + Math.floor((kernel * kernel) / 2)] = 1
  }
  return values
}

test('with identity weights the logits are means of what stem, pooling and strides leave of the image', async () => {
  const length = 64
  const context = createGraphContext({ name: 'resnet', config: modelType.config, seed: 0 })
  modelType.graphs[0].build(withWeights(context, identity))
  const pixels = seededNormal('pixels', 3 * length * length)
  const outputs = await (await openModel(encodeModel(context.graph.build()))).run({ pixel_values: floats([1, 3, length, length], pixels) })

  const positive = (channel: number, row: number, column: number): number =>
    Math.max(0, pixels[(channel * length + row) * length + column]!)
  // the stem keeps every second pixel, the pool takes the greatest of 3 × 3 of them around every second one
  const pooled = (channel: number, row: number, column: number): number => {
    let most = 0
    for (let down = -1; down <= 1; down++) {
      for (let across = -1; across <= 1; across++) {
        const [y, x] = [2 * row + down, 2 * column + across]
        if (y >= 0 && x >= 0 && y < length / 2 && x < length / 2) most = Math.max(most, positive(channel, 2 * y, 2 * x))
      }
    }
    return most
  }
  // three stages halve the 16 × 16 grid to 2 × 2: every eighth cell; channels repeat 0 1 2 … 7 of the stem, which repeats 0 1 2 of the image
  const widths = [8, 16, 24, 32, 48]
  const source = (channel: number): number =>
    widths
      .slice(0, -1)
      .toReversed()
      .reduce((index, width) => index % width, channel) % 3
  const cells = [0, 8].flatMap((row) => [0, 8].map((column) => [row, column] as const))
  const expected = Array.from(
    { length: 10 },
    (_, label) => cells.reduce((sum, [row, column]) => sum + pooled(source(label), row, column), 0) / cells.length,
  )
  expected.forEach((value, label) => expect(toNumbers(outputs['logits']!)[label]).toBeCloseTo(value, 4))
  expect(new Set(expected).size).toBe(3)
})
