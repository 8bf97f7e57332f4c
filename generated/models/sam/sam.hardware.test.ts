// Made by vitest-hardware 0.1.0 from 02aa3e491c30b6ab; do not edit, "vitest-hardware generate" writes it anew.
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
import { sam } from './sam.skillset.ts'

describe('mask-generation', () => {
  const test = modelTest({ model: 'sam' })

  loadsAs(test, { architecture: 'SamModel', parameters: 100_124 })
  answers(test, { iou_scores: ['batch_size', 'point_batch_size', 3], pred_masks: ['batch_size', 'point_batch_size', 3, 16, 16] })
  shows(test, 'alone')
  answersBySkill(test, sam.maskGeneration)
  isMadeOf(test, {
    Add: 100,
    Concat: 12,
    Conv: 3,
    ConvTranspose: 2,
    Cos: 2,
    Div: 6,
    Equal: 3,
    Erf: 5,
    Expand: 2,
    Gather: 6,
    Identity: 2,
    LayerNormalization: 18,
    MatMul: 85,
    Mul: 26,
    Pad: 1,
    Relu: 10,
    Reshape: 69,
    Shape: 2,
    Sin: 2,
    Slice: 8,
    Softmax: 10,
    Split: 3,
    Sub: 2,
    Transpose: 74,
    Unsqueeze: 11,
    Where: 3,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'sam', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'SamModel', parameters: 100_124 })
  answers(test, { iou_scores: ['batch_size', 'point_batch_size', 3], pred_masks: ['batch_size', 'point_batch_size', 3, 16, 16] })
  shows(test, 'alone')
  answersBySkill(test, sam.featureExtraction)
})
