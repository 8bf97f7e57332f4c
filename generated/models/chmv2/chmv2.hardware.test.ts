// Made by vitest-hardware 0.1.0 from 2a211a21daa1db1e; do not edit, "vitest-hardware generate" writes it anew.
import { describe } from 'vitest'
import {
  answers,
  answersBySkill,
  answersInHalfPrecision,
  isMadeOf,
  loadsAs,
  loadsFromPretrained,
  refusesWrongInputs,
  shows,
  survivesSaving,
} from 'vitest-hardware/suites'
import { modelTest } from 'vitest-hardware/test'
import { chmv2 } from './chmv2.skillset.ts'

describe('depth-estimation', () => {
  const test = modelTest({ model: 'chmv2' })

  loadsAs(test, { architecture: 'CHMv2ForDepthEstimation', parameters: 115_462 })
  answers(test, { predicted_depth: ['batch_size', 64, 64] })
  shows(test, 'alone')
  answersBySkill(test, chmv2.depthEstimation)
  isMadeOf(test, {
    Add: 64,
    Clip: 1,
    Concat: 23,
    Conv: 31,
    ConvTranspose: 2,
    Div: 9,
    Erf: 8,
    Expand: 6,
    Gather: 2,
    Identity: 1,
    IsInf: 1,
    IsNaN: 1,
    LayerNormalization: 12,
    MatMul: 36,
    Max: 2,
    Mul: 46,
    Neg: 9,
    Or: 1,
    ReduceMin: 1,
    ReduceSum: 2,
    Relu: 16,
    Reshape: 21,
    Resize: 5,
    Shape: 6,
    Slice: 8,
    Softmax: 4,
    Split: 16,
    Squeeze: 1,
    Transpose: 25,
    Unsqueeze: 2,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForDepthEstimation' })
})
