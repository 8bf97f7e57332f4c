import fc from 'fast-check'
import type { NodeCase } from './agreement.ts'
import * as algebra from './algebra-cases.ts'
import { attentionCases, rotaryEmbeddingCases } from './attention-cases.ts'
import { averagePoolCases, col2ImCases, convCases, convTransposeCases, deformConvCases, maxPoolCases } from './convolution-cases.ts'
import {
  batchNormalizationCases,
  groupNormalizationCases,
  instanceNormalizationCases,
  layerNormalizationCases,
  lpNormalizationCases,
  lrnCases,
  meanVarianceNormalizationCases,
  rmsNormalizationCases,
} from './normalization-cases.ts'
import {
  convIntegerCases,
  dequantizeLinearCases,
  dynamicQuantizeLinearCases,
  qLinearConvCases,
  qLinearMatMulCases,
  quantizeLinearCases,
} from './quantization-cases.ts'
import { gruCases, lstmCases, rnnCases } from './recurrent-cases.ts'
import { globalPoolCases, lpPoolCases, maxRoiPoolCases, maxUnpoolCases, roiAlignCases } from './region-pooling-cases.ts'
import { affineGridCases, antialiasCases, gridSampleCases, resizeCases, upsampleCases } from './resize-cases.ts'
import { dftCases, melCases, stftCases, windowCases } from './signal-cases.ts'
import * as detection from './detection-cases.ts'
import * as elementwise from './elementwise-cases.ts'
import * as indexing from './indexing-cases.ts'
import * as microsoft from './microsoft-cases.ts'
import * as moving from './moving-cases.ts'
import * as others from './other-node-cases.ts'
import * as reductions from './reduction-cases.ts'

/** Of all random nodes. */
export const seed = 20_261_125

export interface RandomNodes {
  readonly name: string
  readonly cases: fc.Arbitrary<NodeCase>
  readonly runs: number
}

const described: readonly (readonly [string, fc.Arbitrary<NodeCase>, runs?: number])[] = [
  ['functions of one float', elementwise.functionCases, 300],
  ['Round', elementwise.roundCases, 10],
  ['activations', elementwise.activationCases, 120],
  ['arithmetic and comparisons', elementwise.arithmeticCases, 150],
  ['integers wrap around', elementwise.wrapCases, 10],
  ['Pow', elementwise.powCases, 40],
  ['Mod', elementwise.modCases, 40],
  ['Sum, Mean, Max, Min', elementwise.manyCases, 30],
  ['And, Or, Xor, Not', elementwise.logicCases, 30],
  ['Where', elementwise.whereCases, 30],
  ['bitwise operators', elementwise.bitwiseCases, 40],
  ['BitShift', elementwise.shiftCases, 20],
  ['Clip', elementwise.clipCases, 40],
  ['IsNaN, IsInf', elementwise.classCases, 30],
  ['PRelu', elementwise.preluCases, 30],

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
  ['NonMaxSuppression', detection.suppressionCases, 60],
  ['NegativeLogLikelihoodLoss, SoftmaxCrossEntropyLoss', detection.lossCases, 60],
  ['CenterCropPad', detection.centerCropPadCases],
  ['CastLike, Dropout, Identity, Size', others.simpleCases],
  ['Scatter', others.oldScatterCases, 10],
  ['Swish', others.swishCases, 20],
  ['TensorScatter', others.tensorScatterCases, 20],
  ['Loop', others.loopCases, 20],
  ['If', others.ifCases, 10],
  ['Scan', others.scanCases],
  ['MatMulNBits of ONNX Runtime', microsoft.matMulNBitsCases, 60],
  ['activations of ONNX Runtime', microsoft.microsoftActivationCases],

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

/** Random nodes that `reference` and `cpu` must agree on, by operator or group of operators. */
export const randomNodes: readonly RandomNodes[] = described.map(([name, cases, runs = 40]) => ({ name, cases, runs }))

/** How many of the random nodes are of each operator, `domain.Operator` where the domain is not ONNX's own. */
export function countRandomNodes(): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { cases, runs } of randomNodes) {
    for (const { operator, domain = '' } of fc.sample(cases, { seed, numRuns: runs })) {
      const name = domain === '' ? operator : `${domain}.${operator}`
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  }
  return counts
}
