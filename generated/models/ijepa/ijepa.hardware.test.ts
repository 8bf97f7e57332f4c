// Made by vitest-hardware 0.1.0 from e850aa04a5f8ee38; do not edit, "vitest-hardware generate" writes it anew.
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
import { ijepa } from './ijepa.skillset.ts'

describe('image-classification', () => {
  const test = modelTest({ model: 'ijepa' })

  loadsAs(test, { architecture: 'IJepaForImageClassification', parameters: 24_185 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, ijepa.imageClassification)
  isMadeOf(test, {
    Add: 20,
    Conv: 1,
    Div: 2,
    Erf: 2,
    Identity: 1,
    LayerNormalization: 5,
    MatMul: 17,
    Mul: 6,
    ReduceMean: 1,
    Reshape: 9,
    Softmax: 2,
    Transpose: 11,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForImageClassification' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'ijepa', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'IJepaModel', parameters: 23_854 })
  answers(test, { last_hidden_state: ['batch_size', 16, 32] })
  shows(test, 'alone')
  answersBySkill(test, ijepa.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'ijepa', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'IJepaModel', parameters: 23_854 })
  answers(test, { last_hidden_state: ['batch_size', 16, 32] })
  shows(test, 'alone')
  answersBySkill(test, ijepa.imageFeatureExtraction)
})
