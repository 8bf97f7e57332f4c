import type { Tensor, Tensors } from '@vitest-hardware/onnx-graph'
import { compareTensors, type TensorComparison } from './compare-tensors.ts'
import type { ToleranceOptions } from './tolerance.ts'

/** One output against what was expected of it. */
export type OutputComparison =
  | { readonly name: string; readonly kind: 'missing'; readonly expected: Tensor }
  | { readonly name: string; readonly kind: 'unexpected'; readonly actual: Tensor }
  | { readonly name: string; readonly kind: 'other-type' | 'other-shape' | 'broken'; readonly actual: Tensor; readonly expected: Tensor }
  | {
      readonly name: string
      readonly kind: 'compared'
      readonly actual: Tensor
      readonly expected: Tensor
      readonly comparison: TensorComparison
    }

export interface OutputsComparison {
  readonly matches: boolean
  /** In the order of the expected outputs; unexpected ones last. */
  readonly outputs: readonly OutputComparison[]
}

/** Compares names, element types, shapes and elements of a model's outputs. */
export function compareOutputs(actual: Tensors, expected: Tensors, options: ToleranceOptions = {}): OutputsComparison {
  const outputs: OutputComparison[] = Object.entries(expected).map(([name, tensor]) => compareOutput(name, actual[name], tensor, options))
  for (const [name, tensor] of Object.entries(actual)) if (!(name in expected)) outputs.push({ name, kind: 'unexpected', actual: tensor })
  return { matches: outputs.every(outputMatches), outputs }
}

export function outputMatches(output: OutputComparison): boolean {
  return output.kind === 'compared' && output.comparison.differing === 0
}

function compareOutput(name: string, actual: Tensor | undefined, expected: Tensor, options: ToleranceOptions): OutputComparison {
  if (actual === undefined) return { name, kind: 'missing', expected }
  if (actual.type !== expected.type) return { name, kind: 'other-type', actual, expected }
  if (!sameShape(actual.dims, expected.dims)) return { name, kind: 'other-shape', actual, expected }
  if (actual.data.length !== expected.data.length) return { name, kind: 'broken', actual, expected }
  return { name, kind: 'compared', actual, expected, comparison: compareTensors(actual, expected, options) }
}

function sameShape(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((size, axis) => size === b[axis])
}
