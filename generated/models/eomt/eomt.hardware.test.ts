// Made by vitest-hardware 0.1.0 from 7fa1be5e4b108abc; do not edit, "vitest-hardware generate" writes it anew.
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
import { eomt } from './eomt.skillset.ts'

describe('image-segmentation', () => {
  const test = modelTest({ model: 'eomt' })

  loadsAs(test, { architecture: 'EomtForUniversalSegmentation', parameters: 45_355 })
  answers(test, { class_queries_logits: ['batch_size', 6, 11], masks_queries_logits: ['batch_size', 6, 16, 16] })
  shows(test, 'alone')
  answersBySkill(test, eomt.imageSegmentation)
  isMadeOf(test, {
    Add: 36,
    Concat: 4,
    Conv: 3,
    ConvTranspose: 2,
    Div: 7,
    Erf: 7,
    Expand: 2,
    Gather: 2,
    Identity: 2,
    LayerNormalization: 9,
    MatMul: 29,
    Mul: 23,
    Reshape: 16,
    Shape: 2,
    Slice: 2,
    Softmax: 3,
    Transpose: 21,
    Unsqueeze: 3,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
