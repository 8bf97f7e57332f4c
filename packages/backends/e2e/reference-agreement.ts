import { getBackend } from '@vitest-hardware/backends'
import { type Tensors, toNumbers } from '@vitest-hardware/onnx-graph'
import { expect } from 'vitest'

/** Largest difference of an output, in parts of the largest element that is expected of it. */
export function scaledDifference(given: Tensors, expected: Tensors, name: string): number {
  const [a, b] = [toNumbers(given[name]!), toNumbers(expected[name]!)]
  const largest = b.reduce((max, value) => Math.max(max, Math.abs(value)), 1e-6)
  return b.reduce((max, value, index) => (a[index] === value ? max : Math.max(max, Math.abs(a[index]! - value))), 0) / largest
}

/** Runs a model on `reference`, which must have all its operators, and on `cpu`; all outputs agree. */
export async function expectAgreementWithCpu(path: string, feeds: Tensors, tolerance: number): Promise<void> {
  await using reference = await getBackend('reference').open({ path })
  expect(reference.fallbackNodes).toEqual([])
  await using cpu = await getBackend('cpu').open({ path }, { graphOptimizationLevel: 'disabled' })
  const [ours, theirs] = [await reference.run(feeds), await cpu.run(feeds)]
  expect(Object.keys(ours).sort()).toEqual(Object.keys(theirs).sort())
  for (const [name, expected] of Object.entries(theirs)) {
    expect({ type: ours[name]!.type, dims: [...ours[name]!.dims] }, name).toEqual({ type: expected.type, dims: [...expected.dims] })
    expect(scaledDifference(ours, theirs, name), name).toBeLessThan(tolerance)
  }
}
