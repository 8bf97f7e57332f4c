import type { Backend } from '../backend.ts'
import { arithmeticCases } from './arithmetic.ts'
import { dataTypeCases } from './data-types.ts'
import { detectionCases } from './detection.ts'
import { externalDataCases } from './external-data.ts'
import type { TestFramework } from './framework.ts'
import { lifecycleCases } from './lifecycle.ts'
import { loadFailureCases } from './load-failures.ts'
import { numberCases } from './numbers.ts'
import { placementCases } from './placement.ts'
import { precisionCases } from './precisions.ts'
import { runFailureCases } from './run-failures.ts'
import { signatureCases } from './signatures.ts'
import { sweepCases } from './sweep.ts'
import { whereAvailable } from './where-available.ts'

/**
 * Registers the tests that every backend must pass, a third party's included; where it is not available, those of detection alone, the
 * others are skipped with its reason. It needs the operators Add, Identity, MatMul, Mul, Relu, Size, Softmax and Sub.
 * @example
 * import { describe, expect, test } from 'vitest'
 * conformanceKit(myBackend, { describe, expect, test })
 */
export function conformanceKit(backend: Backend, framework: TestFramework): void {
  framework.describe(`backend ${backend.name}`, () => {
    detectionCases(backend, framework)
    for (const cases of [
      numberCases,
      arithmeticCases,
      sweepCases,
      dataTypeCases,
      signatureCases,
      runFailureCases,
      loadFailureCases,
      externalDataCases,
      precisionCases,
      placementCases,
      lifecycleCases,
    ]) {
      cases(backend, whereAvailable(backend, framework))
    }
  })
}
