import { expect } from 'vitest'
import { conformanceTest, modelTest } from 'vitest-hardware/test'

// every case of the folder, in ONNX's own layout
conformanceTest({ dir: './models' })

const test = modelTest({ file: './models/classifier/model.onnx' })

test('probabilities add up to one', async ({ session, inputs }) => {
  const { probabilities } = await session.run(inputs)
  const [first, second, third] = probabilities.data as Float32Array
  expect(first + second + third).toBeCloseTo(1, 5)
})

test('latency', async ({ session, inputs, measure }) => {
  expect(await measure('latency', () => session.run(inputs))).toHaveNoRegression()
})
