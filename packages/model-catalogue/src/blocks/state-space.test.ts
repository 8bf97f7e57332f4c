import { toNumbers } from '@vitest-hardware/onnx-graph'
import { expect, test } from 'vitest'
import { seededNormal } from '../random.ts'
import { floats, relativeDifference, runBlock } from '../testing/run-model.ts'
import { selectiveScan, stateSpaceDual } from './state-space.ts'

const numbers = (name: string, count: number): Float32Array => seededNormal(name, count)
const positive = (name: string, count: number): Float32Array => numbers(name, count).map((value) => Math.abs(value) * 0.5 + 0.01)

test.each([1, 5])('the selective scan of %i steps is its recurrence', async (length) => {
  const [batch, channels, state] = [2, 3, 4]
  const [u, delta, b, c] = [
    numbers('u', batch * length * channels),
    positive('delta', batch * length * channels),
    numbers('b', batch * length * state),
    numbers('c', batch * length * state),
  ]
  const a = positive('a', channels * state).map((value) => -value)
  const inputs = {
    u: floats([batch, length, channels], u),
    delta: floats([batch, length, channels], delta),
    a: floats([channels, state], a),
    b: floats([batch, length, state], b),
    c: floats([batch, length, state], c),
  }
  const output = await runBlock(inputs, 3, (context, values) =>
    selectiveScan(context, {
      u: values['u']!,
      delta: values['delta']!,
      a: values['a']!,
      b: values['b']!,
      c: values['c']!,
      channels,
      state,
    }),
  )
  const expected: number[] = []
  for (let item = 0; item < batch; item++) {
    const h = new Float64Array(channels * state)
    for (let step = 0; step < length; step++) {
      for (let channel = 0; channel < channels; channel++) {
        const at = (item * length + step) * channels + channel
        let y = 0
        for (let index = 0; index < state; index++) {
          const row = (item * length + step) * state + index
          const cell = channel * state + index
          h[cell] = Math.exp(delta[at]! * a[cell]!) * h[cell]! + delta[at]! * b[row]! * u[at]!
          y += h[cell] * c[row]!
        }
        expected.push(y)
      }
    }
  }
  expect(output.dims).toEqual([batch, length, channels])
  expect(relativeDifference([...toNumbers(output)], expected)).toBeLessThan(1e-5)
})

test('the dual form is the recurrence with a scalar decay per head', async () => {
  const [heads, length, size, state] = [2, 6, 3, 4]
  const [x, delta, b, c] = [
    numbers('x', heads * length * size),
    positive('d', length * heads),
    numbers('b2', heads * length * state),
    numbers('c2', heads * length * state),
  ]
  const a = positive('a2', heads).map((value) => -value)
  const inputs = {
    x: floats([1, heads, length, size], x),
    delta: floats([1, length, heads], delta),
    a: floats([heads], a),
    b: floats([1, heads, length, state], b),
    c: floats([1, heads, length, state], c),
  }
  const output = await runBlock(inputs, 4, (context, values) =>
    stateSpaceDual(context, { x: values['x']!, delta: values['delta']!, a: values['a']!, b: values['b']!, c: values['c']! }),
  )
  const expected: number[] = []
  for (let head = 0; head < heads; head++) {
    const h = new Float64Array(size * state)
    for (let step = 0; step < length; step++) {
      const dt = delta[step * heads + head]!
      for (let element = 0; element < size; element++) {
        let y = 0
        for (let index = 0; index < state; index++) {
          const row = (head * length + step) * state + index
          const cell = element * state + index
          h[cell] = Math.exp(dt * a[head]!) * h[cell]! + dt * b[row]! * x[(head * length + step) * size + element]!
          y += h[cell] * c[row]!
        }
        expected.push(y)
      }
    }
  }
  expect(relativeDifference([...toNumbers(output)], expected)).toBeLessThan(1e-5)
})
