// Made by vitest-hardware 0.1.0 from 52fe92d9a6d2d7cd; do not edit, "vitest-hardware generate" writes it anew.
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
import { eomtDinov3 } from './eomt_dinov3.skillset.ts'

describe('image-segmentation', () => {
  const test = modelTest({ model: 'eomt_dinov3' })

  loadsAs(test, { architecture: 'EomtDinov3ForUniversalSegmentation', parameters: 44_848 })
  answers(test, { class_queries_logits: ['batch_size', 6, 11], masks_queries_logits: ['batch_size', 6, 16, 16] })
  shows(test, 'alone')
  answersBySkill(test, eomtDinov3.imageSegmentation)
  isMadeOf(test, {
    Add: 28,
    Concat: 15,
    Conv: 3,
    ConvTranspose: 2,
    Div: 6,
    Erf: 6,
    Expand: 3,
    Gather: 3,
    Identity: 2,
    LayerNormalization: 7,
    MatMul: 21,
    Mul: 26,
    Neg: 4,
    Reshape: 12,
    Shape: 3,
    Slice: 6,
    Softmax: 2,
    Split: 8,
    Transpose: 16,
    Unsqueeze: 4,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
