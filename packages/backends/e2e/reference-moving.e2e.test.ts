import fc from 'fast-check'
import { describe, test } from 'vitest'
import { expectAgreement, type NodeCase } from './reference-families/agreement.ts'
import * as moving from './reference-families/moving-cases.ts'
import * as reductions from './reference-families/reduction-cases.ts'

const operators: readonly (readonly [string, fc.Arbitrary<NodeCase>, number?])[] = [
  ['reductions', reductions.reduceCases, 150],
  ['ReduceLogSum, ReduceLogSumExp', reductions.reduceLogCases],
  ['ArgMax, ArgMin', reductions.argumentCases],
  ['TopK', reductions.topKCases, 60],
  ['CumSum', reductions.cumSumCases],
  ['Unique', reductions.uniqueCases, 60],
  ['NonZero', reductions.nonZeroCases, 20],
  ['Transpose', moving.transposeCases],
  ['Reshape', moving.reshapeCases],
  ['Flatten', moving.flattenCases, 20],
  ['Squeeze', moving.squeezeCases, 20],
  ['Unsqueeze', moving.unsqueezeCases, 20],
  ['Expand', moving.expandCases],
  ['Tile', moving.tileCases],
  ['DepthToSpace, SpaceToDepth', moving.blockCases],
  ['Concat', moving.concatCases],
  ['Split', moving.splitCases],
  ['Slice', moving.sliceCases, 100],
  ['Pad', moving.padCases, 60],
  ['Pad with negative pads', moving.cropCases, 20],
  ['Trilu', moving.triluCases],
  ['Compress', moving.compressCases],
  ['ReverseSequence', moving.reverseSequenceCases, 20],
]

describe('reference agrees with onnxruntime on the cpu where elements move', () => {
  test.for(operators)('%s', async ([, each, numRuns = 40]) => {
    await fc.assert(fc.asyncProperty(each, expectAgreement), { seed: 20_261_125, numRuns })
  })
})
