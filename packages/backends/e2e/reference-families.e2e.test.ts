import fc from 'fast-check'
import { describe, test } from 'vitest'
import { expectAgreement, type NodeCase } from './reference-families/agreement.ts'
import { averagePoolCases, convCases, convTransposeCases, maxPoolCases } from './reference-families/convolution-cases.ts'
import {
  batchNormalizationCases,
  groupNormalizationCases,
  instanceNormalizationCases,
  layerNormalizationCases,
  lpNormalizationCases,
  lrnCases,
  rmsNormalizationCases,
} from './reference-families/normalization-cases.ts'
import { gruCases, lstmCases, rnnCases } from './reference-families/recurrent-cases.ts'
import { affineGridCases, gridSampleCases, resizeCases } from './reference-families/resize-cases.ts'

const seed = 20_261_125

/** Two evaluators that share no code, on the same random nodes. */
const operators: readonly (readonly [string, fc.Arbitrary<NodeCase>, runs?: number])[] = [
  ['Conv', convCases, 60],
  ['ConvTranspose', convTransposeCases, 60],
  ['MaxPool', maxPoolCases, 60],
  ['AveragePool', averagePoolCases, 60],
  ['BatchNormalization', batchNormalizationCases],
  ['LayerNormalization', layerNormalizationCases],
  ['RMSNormalization', rmsNormalizationCases],
  ['GroupNormalization', groupNormalizationCases],
  ['InstanceNormalization', instanceNormalizationCases],
  ['LRN', lrnCases],
  ['LpNormalization', lpNormalizationCases],
  ['RNN', rnnCases],
  ['GRU', gruCases],
  ['LSTM', lstmCases],
  ['Resize', resizeCases, 100],
  ['GridSample', gridSampleCases, 80],
  ['AffineGrid', affineGridCases],
]

describe('reference agrees with onnxruntime on the cpu', () => {
  test.for(operators)('%s', async ([, cases, runs = 40]) => {
    await fc.assert(fc.asyncProperty(cases, expectAgreement), { seed, numRuns: runs })
  })
})
