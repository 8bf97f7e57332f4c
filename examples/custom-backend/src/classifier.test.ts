import { expect } from 'vitest'
import { modelTest } from 'vitest-hardware/test'
import { tiny } from './tiny.ts'

const test = modelTest({ file: './models/classifier.onnx' })

test.override('backend', async ({ skip }) => {
  const detection = await tiny.detect()
  return detection.available ? { ...tiny, profile: detection.profile } : skip(detection.reason)
})

test('gives what ONNX Runtime gives', async ({ session, inputs, reference }) => {
  expect(session.backend).toBe('example/tiny')
  expect(await session.run(inputs)).toMatchOutputs(reference, { tolerance: 1e-6 })
})

test('latency', async ({ session, inputs, measure }) => {
  expect(await measure('latency', () => session.run(inputs))).toHaveNoRegression()
})
