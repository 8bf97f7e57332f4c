import { float16ToNumber, toNumbers } from '@vitest-hardware/onnx-graph'
import { expect, test } from 'vitest'
import type { Backend, Session } from '../backend.ts'
import { cpu } from '../backends/cpu.ts'
import { coreml } from '../backends/coreml.ts'
import { precisionModel } from './models.ts'
import { precisions } from './precision.ts'
import { precisionSupport, wrongNumbers } from './precision-support.ts'

test.each(precisions)('the %s product is the float64 product of the same numbers', (precision) => {
  const { x, expected } = precisionModel(precision)
  const values = x.data instanceof Uint16Array ? Array.from(x.data, float16ToNumber) : [...toNumbers(x)]
  const weight = (row: number, column: number): number => (((row * 3 + column * 5) % 15) - 7) / 2
  expect([0, 1].map((column) => values.reduce((sum, value, row) => sum + value * weight(row, column), 0))).toEqual(expected)
})

test('cpu has them all, and says so each time', async () => {
  const support = await precisionSupport(cpu)
  expect(Object.fromEntries(support)).toEqual(Object.fromEntries(precisions.map((precision) => [precision, { supported: true }])))
  expect(await precisionSupport(cpu)).toBe(support)
})

test.skipIf(process.platform === 'darwin')('a backend that is not here supports none, for its own reason', async () => {
  const support = await precisionSupport(coreml)
  for (const precision of precisions)
    expect(support.get(precision)).toMatchObject({ supported: false, reason: expect.stringContaining('Core ML') })
})

test('numbers that are wrong are no support', async () => {
  const half = (session: Session): Session => ({
    ...session,
    inputs: session.inputs,
    outputs: session.outputs,
    async run(feeds) {
      const { y } = await session.run(feeds)
      return { y: { ...y!, data: Float32Array.from(y!.data as Float32Array, (value) => value / 2), dims: y!.dims, type: y!.type } }
    },
    [Symbol.asyncDispose]: () => Promise.resolve(session[Symbol.asyncDispose]()),
  })
  const halved: Backend = { ...cpu, open: async (model, options) => half(await cpu.open(model, options)) }
  expect(await wrongNumbers(halved, 'fp32')).toMatch(/a fp32 product gave .* instead of/)
  expect((await precisionSupport(halved)).get('int4')).toMatchObject({ supported: false })
})
