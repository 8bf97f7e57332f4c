import { expect } from 'vitest'
import { modelTest } from 'vitest-hardware/test'

const test = modelTest({ model: 'bert' })

test('matches the reference', async ({ session, inputs, reference }) => {
  expect(await session.run(inputs)).toMatchOutputs(reference, { tolerance: 1e-4 })
})

test('latency', async ({ session, inputs, measure }) => {
  expect(await measure('latency', () => session.run(inputs))).toHaveNoRegression()
})
