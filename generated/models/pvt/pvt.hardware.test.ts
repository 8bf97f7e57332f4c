// Made by vitest-hardware 0.1.0 from e65ed5904fd6e0f7; do not edit, "vitest-hardware generate" writes it anew.
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
import { pvt } from './pvt.skillset.ts'

describe('image-classification', () => {
  const test = modelTest({ model: 'pvt' })

  loadsAs(test, { architecture: 'PvtForImageClassification', parameters: 47_222 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, pvt.imageClassification)
  isMadeOf(test, {
    Add: 41,
    Concat: 2,
    Conv: 7,
    Div: 4,
    Erf: 4,
    Expand: 1,
    Gather: 2,
    Identity: 1,
    LayerNormalization: 16,
    MatMul: 33,
    Mul: 12,
    Reshape: 29,
    Shape: 1,
    Softmax: 4,
    Transpose: 33,
    Unsqueeze: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForImageClassification' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'pvt', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'PvtModel', parameters: 46_892 })
  answers(test, { last_hidden_state: ['batch_size', 5, 32] })
  shows(test, 'alone')
  answersBySkill(test, pvt.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'pvt', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'PvtModel', parameters: 46_892 })
  answers(test, { last_hidden_state: ['batch_size', 5, 32] })
  shows(test, 'alone')
  answersBySkill(test, pvt.imageFeatureExtraction)
})
