// Made by vitest-hardware 0.1.0 from 3dd87b22047baf3b; do not edit, "vitest-hardware generate" writes it anew.
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
import { samHq } from './sam_hq.skillset.ts'

describe('mask-generation', () => {
  const test = modelTest({ model: 'sam_hq' })

  loadsAs(test, { architecture: 'SamHQModel', parameters: 108_898 })
  answers(test, { iou_scores: ['batch_size', 'point_batch_size', 3], pred_masks: ['batch_size', 'point_batch_size', 3, 16, 16] })
  shows(test, 'alone')
  answersBySkill(test, samHq.maskGeneration)
  isMadeOf(test, {
    Add: 109,
    Concat: 14,
    Conv: 5,
    ConvTranspose: 6,
    Cos: 2,
    Div: 9,
    Equal: 3,
    Erf: 8,
    Expand: 4,
    Gather: 6,
    GatherElements: 1,
    Identity: 2,
    LayerNormalization: 21,
    MatMul: 89,
    Mul: 32,
    Pad: 1,
    Relu: 12,
    Reshape: 72,
    Shape: 3,
    Sin: 2,
    Slice: 9,
    Softmax: 10,
    Split: 3,
    Sub: 2,
    TopK: 1,
    Transpose: 81,
    Unsqueeze: 13,
    Where: 3,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'sam_hq', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'SamHQModel', parameters: 108_898 })
  answers(test, { iou_scores: ['batch_size', 'point_batch_size', 3], pred_masks: ['batch_size', 'point_batch_size', 3, 16, 16] })
  shows(test, 'alone')
  answersBySkill(test, samHq.featureExtraction)
})
