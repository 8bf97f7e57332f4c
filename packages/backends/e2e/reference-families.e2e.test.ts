import fc from 'fast-check'
import { describe, test } from 'vitest'
import { expectAgreement, type NodeCase } from './reference-families/agreement.ts'
import { attentionCases, rotaryEmbeddingCases } from './reference-families/attention-cases.ts'
import {
  averagePoolCases,
  col2ImCases,
  convCases,
  convTransposeCases,
  deformConvCases,
  maxPoolCases,
} from './reference-families/convolution-cases.ts'
import {
  batchNormalizationCases,
  groupNormalizationCases,
  instanceNormalizationCases,
  layerNormalizationCases,
  lpNormalizationCases,
  lrnCases,
  meanVarianceNormalizationCases,
  rmsNormalizationCases,
} from './reference-families/normalization-cases.ts'
import {
  convIntegerCases,
  dequantizeLinearCases,
  dynamicQuantizeLinearCases,
  qLinearConvCases,
  qLinearMatMulCases,
  quantizeLinearCases,
} from './reference-families/quantization-cases.ts'
import { gruCases, lstmCases, rnnCases } from './reference-families/recurrent-cases.ts'
import { globalPoolCases, lpPoolCases, maxRoiPoolCases, maxUnpoolCases, roiAlignCases } from './reference-families/region-pooling-cases.ts'
import { affineGridCases, antialiasCases, gridSampleCases, resizeCases, upsampleCases } from './reference-families/resize-cases.ts'
import { dftCases, melCases, stftCases, windowCases } from './reference-families/signal-cases.ts'

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
  ['MeanVarianceNormalization', meanVarianceNormalizationCases],
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
  ['MaxUnpool', maxUnpoolCases],
  ['Upsample and the first Resize', upsampleCases],
  ['Resize with antialias', antialiasCases],
  ['DFT', dftCases],
  ['STFT', stftCases],
  ['HannWindow, HammingWindow, BlackmanWindow', windowCases],
  ['MelWeightMatrix', melCases],
]

describe('reference agrees with onnxruntime on the cpu', () => {
  test.for(operators)('%s', async ([, cases, runs = 40]) => {
    await fc.assert(fc.asyncProperty(cases, expectAgreement), { seed, numRuns: runs })
  })
})
