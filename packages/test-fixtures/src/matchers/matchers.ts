import type { Tensors } from '@vitest-hardware/onnx-graph'
import { expect } from 'vitest'
import type { ToleranceOptions } from '../comparison/tolerance.ts'
import type { JudgeMeasurementOptions } from '../measuring/measurement-handle.ts'
import { type GraphSource, toHaveGraphOf } from './to-have-graph-of.ts'
import { toHaveNoRegression } from './to-have-no-regression.ts'
import { toMatchOutputs } from './to-match-outputs.ts'

declare module 'vitest' {
  interface Matchers<R, T> {
    /**
     * The outputs have the expected names, element types and shapes, and each element lies within the tolerance of the expected one.
     * NaN equals NaN.
     */
    toMatchOutputs: (expected: Tensors, options?: ToleranceOptions) => R
    /**
     * The measurement is not worse than the earlier runs of its series on the same hardware profile. Improvements, "can't tell" and
     * a series without a baseline pass; the report shows them.
     */
    toHaveNoRegression: (options?: JudgeMeasurementOptions) => R
    /**
     * The model is the same graph as another: operators, attributes, wiring, and types and shapes of weights; the weights' numbers are free. What a converter
     * changed shows here although it moves the outputs less than a backend does, such as an epsilon. To be awaited.
     */
    toHaveGraphOf: (expected: GraphSource) => Promise<R>
  }
}

expect.extend({
  toMatchOutputs(received, expected, options) {
    return toMatchOutputs(this.task, received, expected, options)
  },
  toHaveNoRegression: (received, options) => toHaveNoRegression(received, options),
  toHaveGraphOf: (received, expected) => toHaveGraphOf(received, expected),
})
