import { expect } from 'vitest'
import { modelTest } from 'vitest-hardware/test'

const test = modelTest({ model: 'bert' })

// the same body in Node (cpu, wasm, webgpu) and in each browser (wasm, webgpu)
test('gives the reference', async ({ session, inputs, reference }) => {
  expect(await session.run(inputs)).toMatchOutputs(reference, { tolerance: 1e-3 })
})

test('latency', async ({ session, inputs, measure }) => {
  expect(await measure('latency', () => session.run(inputs))).toHaveNoRegression()
})
