import { RunError } from '@vitest-hardware/backends'
import { expect } from 'vitest'
import type { ModelTestAPI } from '../model/model-test.ts'

/** An input that is missing, or of another rank, is refused by its name; the session works on. */
export function refusesWrongInputs(test: ModelTestAPI): void {
  test('refuses wrong inputs by name', async ({ session, inputs, reference }) => {
    const [name, tensor] = Object.entries(inputs)[0]!
    const { [name]: _, ...others } = inputs
    await expect(session.run(others)).rejects.toThrow(name)
    const flat = { ...inputs, [name]: { ...tensor, dims: [tensor.dims.reduce((product, dim) => product * dim, 1), 1, 1, 1, 1] } }
    await expect(session.run(flat)).rejects.toThrow(RunError)
    await expect(session.run(flat)).rejects.toThrow(name)
    expect(Object.keys(await session.run(inputs)).sort()).toEqual(Object.keys(reference).sort())
  })
}
