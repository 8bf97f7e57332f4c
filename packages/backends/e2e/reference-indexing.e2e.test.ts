import fc from 'fast-check'
import { describe, test } from 'vitest'
import { expectAgreement, type NodeCase } from './reference-families/agreement.ts'
import * as algebra from './reference-families/algebra-cases.ts'
import * as indexing from './reference-families/indexing-cases.ts'

const operators: readonly (readonly [string, fc.Arbitrary<NodeCase>, number?])[] = [
  ['Gather', indexing.gatherCases],
  ['GatherElements', indexing.gatherElementsCases],
  ['GatherND', indexing.gatherNdCases],
  ['ScatterElements', indexing.scatterElementsCases, 60],
  ['ScatterND', indexing.scatterNdCases, 60],
  ['OneHot', indexing.oneHotCases],
  ['Range', indexing.rangeCases],
  ['Shape', indexing.shapeCases],
  ['EyeLike', indexing.eyeCases],
  ['Cast', indexing.castCases, 80],
  ['MatMul', algebra.matMulCases, 60],
  ['Gemm', algebra.gemmCases],
  ['MatMulInteger', algebra.matMulIntegerCases],
  ['Det', algebra.detCases],
  ['Einsum', algebra.einsumCases, 60],
]

describe('reference agrees with onnxruntime on the cpu for indexes, types and products', () => {
  test.for(operators)('%s', async ([, each, numRuns = 40]) => {
    await fc.assert(fc.asyncProperty(each, expectAgreement), { seed: 20_261_125, numRuns })
  })
})
