// Made by vitest-hardware 0.1.0 from dc2db82e01f75a55; do not edit, "vitest-hardware generate" writes it anew.
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
import { cvt } from './cvt.skillset.ts'

describe('image-classification', () => {
  const test = modelTest({ model: 'cvt' })

  loadsAs(test, { architecture: 'CvtForImageClassification', parameters: 53_384 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, cvt.imageClassification)
  isMadeOf(test, {
    Add: 37,
    BatchNormalization: 12,
    Concat: 8,
    Conv: 15,
    Div: 4,
    Erf: 4,
    Expand: 1,
    Gather: 2,
    Identity: 1,
    LayerNormalization: 12,
    MatMul: 33,
    Mul: 12,
    Reshape: 38,
    Shape: 1,
    Softmax: 4,
    Split: 3,
    Transpose: 42,
    Unsqueeze: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'cvt', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'CvtModel', parameters: 52_990 })
  answers(test, { last_hidden_state: ['batch_size', 32, 2, 2], cls_token_value: ['batch_size', 1, 32] })
  shows(test, 'alone')
  answersBySkill(test, cvt.featureExtraction)
})
