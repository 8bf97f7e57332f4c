import fc from 'fast-check'
import { describe, test } from 'vitest'
import { expectAgreement } from './reference-families/agreement.ts'
import { randomNodes, seed } from './reference-families/random-nodes.ts'

/** Two evaluators that share no code, on the same random nodes. */
describe('reference agrees with onnxruntime on the cpu', () => {
  test.for(randomNodes)('$name', async ({ cases, runs }) => {
    await fc.assert(fc.asyncProperty(cases, expectAgreement), { seed, numRuns: runs })
  })
})
