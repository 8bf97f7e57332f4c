import fc from 'fast-check'
import { describe, test } from 'vitest'
import { expectAgreement, type NodeCase } from './reference-families/agreement.ts'
import { attentionCases, rotaryEmbeddingCases } from './reference-families/attention-cases.ts'
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
import {
  antialiasCases,
  col2ImCases,
  deformConvCases,
  dftCases,
  globalPoolCases,
  lpPoolCases,
  maxRoiPoolCases,
  melCases,
  roiAlignCases,
  stftCases,
  upsampleCases,
  windowCases,
} from './reference-families/other-cases.ts'
import {
  convIntegerCases,
  dequantizeLinearCases,
  dynamicQuantizeLinearCases,
  qLinearConvCases,
  qLinearMatMulCases,
  quantizeLinearCases,
} from './reference-families/quantization-cases.ts'
import { gruCases, lstmCases, rnnCases } from './reference-families/recurrent-cases.ts'
import { affineGridCases, gridSampleCases, resizeCases } from './reference-families/resize-cases.ts'

const seed = 7

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
  ['QuantizeLinear', quantizeLinearCases],
  ['DequantizeLinear', dequantizeLinearCases],
  ['DynamicQuantizeLinear', dynamicQuantizeLinearCases],
  ['QLinearMatMul', qLinearMatMulCases],
  ['QLinearConv', qLinearConvCases],
  ['ConvInteger', convIntegerCases],
  ['Attention', attentionCases, 80],
  ['RotaryEmbedding', rotaryEmbeddingCases],
  ['Col2Im', col2ImCases],
  ['DeformConv', deformConvCases],
  ['GlobalAveragePool, GlobalMaxPool, GlobalLpPool', globalPoolCases],
  ['LpPool', lpPoolCases],
  ['RoiAlign', roiAlignCases],
  ['MaxRoiPool', maxRoiPoolCases],
  ['Upsample and the first Resize', upsampleCases],
  ['Resize with antialias', antialiasCases],
  ['DFT', dftCases],
  ['STFT', stftCases],
  ['HannWindow, HammingWindow, BlackmanWindow', windowCases],
  ['MelWeightMatrix', melCases],
]

describe('reference agrees with onnxruntime on the cpu', () => {
  test.for(operators)('%s', async ([, cases, runs = 40]) => {
    await fc.assert(fc.asyncProperty(cases, expectAgreement), { seed: 7, numRuns: 8 * runs })
  })
})
