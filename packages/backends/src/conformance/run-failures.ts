import type { Tensors } from '@vitest-hardware/onnx-graph'
import type { Backend } from '../backend.ts'
import { RunError } from '../errors.ts'
import type { TestFramework } from './framework.ts'
import { binary, floats, valuesOf } from './models.ts'

interface RunFailure {
  readonly name: string
  readonly feeds: Tensors
  readonly input: string
  readonly message: RegExp
}

const a = floats([2, 2], 1, 2, 3, 4)

const failures: readonly RunFailure[] = [
  { name: 'a missing input', feeds: { a }, input: 'b', message: /input 'b' is missing: expected float32\[n, 2\]/ },
  { name: 'an unknown input', feeds: { a, b: a, c: a }, input: 'c', message: /no input 'c'/ },
  { name: 'a wrong size', feeds: { a, b: floats([1, 3], 1, 2, 3) }, input: 'b', message: /expected float32\[n, 2\], got float32\[1, 3\]/ },
  { name: 'a wrong rank', feeds: { a, b: floats([4], 1, 2, 3, 4) }, input: 'b', message: /expected float32\[n, 2\], got float32\[4\]/ },
  {
    name: 'a wrong element type',
    feeds: { a, b: { type: 'int32', dims: [2, 2], data: Int32Array.of(1, 2, 3, 4) } },
    input: 'b',
    message: /expected float32\[n, 2\], got int32\[2, 2\]/,
  },
  {
    name: 'an array of another kind',
    feeds: { a, b: { type: 'float32', dims: [2, 2], data: Float64Array.of(1, 2, 3, 4) } },
    input: 'b',
    message: /its data is a Float64Array/,
  },
  {
    name: 'too few elements',
    feeds: { a, b: floats([2, 2], 1, 2, 3) },
    input: 'b',
    message: /has 3 elements, but its shape \[2, 2\] needs 4/,
  },
]

export function runFailureCases(backend: Backend, { describe, test, expect }: TestFramework): void {
  describe('refuses to run', () => {
    for (const { name, feeds, input, message } of failures) {
      test(`${name}, names it, and goes on`, async () => {
        await using session = await backend.open(binary('Add', ['n', 2]))
        const error = await session.run(feeds).catch((thrown: unknown) => thrown)
        expect(error instanceof RunError ? 'RunError' : error).toBe('RunError')
        if (!(error instanceof RunError)) return
        expect(error.input).toBe(input)
        expect(error.message).toMatch(message)
        expect(error.backend).toBe(backend.name)
        expect(error.nextStep.length).toBeGreaterThan(0)
        expect(valuesOf((await session.run({ a, b: a })).y)).toEqual([2, 4, 6, 8])
      })
    }

    test('what fails inside the model, with the runtime’s reason, and goes on', async () => {
      await using session = await backend.open(binary('MatMul', ['n', 'm']))
      const error = await session.run({ a: floats([1, 2], 1, 2), b: floats([1, 2], 1, 2) }).catch((thrown: unknown) => thrown)
      expect(error instanceof RunError && error.reason.length > 0).toBe(true)
      const { y } = await session.run({ a: floats([1, 1], 3), b: floats([1, 1], 5) })
      expect(valuesOf(y)).toEqual([15])
    })
  })
}
