import type { Backend } from '../backend.ts'
import { dataTypeCases } from './data-types.ts'
import { detectionCases } from './detection.ts'
import { externalDataCases } from './external-data.ts'
import type { TestFramework } from './framework.ts'
import { lifecycleCases } from './lifecycle.ts'
import { loadFailureCases } from './load-failures.ts'
import { numberCases } from './numbers.ts'
import { runFailureCases } from './run-failures.ts'
import { signatureCases } from './signatures.ts'

/**
 * Registers the tests that every backend must pass on a machine where it is available: a third party's backend included.
 * @example
 * import { describe, expect, test } from 'vitest'
 * conformanceKit(myBackend, { describe, expect, test })
 */
export function conformanceKit(backend: Backend, framework: TestFramework): void {
  framework.describe(`backend ${backend.name}`, () => {
    for (const cases of [
      detectionCases,
      numberCases,
      dataTypeCases,
      signatureCases,
      runFailureCases,
      loadFailureCases,
      externalDataCases,
      lifecycleCases,
    ]) {
      cases(backend, framework)
    }
  })
}
