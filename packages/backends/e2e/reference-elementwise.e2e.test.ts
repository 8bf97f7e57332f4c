import fc from 'fast-check'
import { describe, test } from 'vitest'
import { expectAgreement, type NodeCase } from './reference-families/agreement.ts'
import * as cases from './reference-families/elementwise-cases.ts'

const operators: readonly (readonly [string, fc.Arbitrary<NodeCase>, number])[] = [
  ['functions of one float', cases.functionCases, 150],
  ['Round', cases.roundCases, 10],
  ['activations', cases.activationCases, 120],
  ['arithmetic and comparisons', cases.arithmeticCases, 150],
  ['integers wrap around', cases.wrapCases, 10],
  ['Pow', cases.powCases, 40],
  ['Mod', cases.modCases, 40],
  ['Sum, Mean, Max, Min', cases.manyCases, 30],
  ['And, Or, Xor, Not', cases.logicCases, 30],
  ['Where', cases.whereCases, 30],
  ['bitwise operators', cases.bitwiseCases, 40],
  ['BitShift', cases.shiftCases, 20],
  ['Clip', cases.clipCases, 40],
  ['IsNaN, IsInf', cases.classCases, 30],
  ['PRelu', cases.preluCases, 30],
]

describe('reference agrees with onnxruntime on the cpu, element by element', () => {
  test.for(operators)('%s', async ([, each, numRuns]) => {
    await fc.assert(fc.asyncProperty(each, expectAgreement), { seed: 20_261_125, numRuns })
  })
})
