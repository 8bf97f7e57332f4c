// Made by vitest-hardware 0.1.0 from 1c19942175edd1f4; do not edit, "vitest-hardware generate" writes it anew.
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
import { vitMsn } from './vit_msn.skillset.ts'

describe('image-classification', () => {
  const test = modelTest({ model: 'vit_msn' })

  loadsAs(test, { architecture: 'ViTMSNForImageClassification', parameters: 24_252 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, vitMsn.imageClassification)
  isMadeOf(test, {
    Add: 20,
    Concat: 2,
    Conv: 1,
    Div: 2,
    Erf: 2,
    Expand: 1,
    Gather: 2,
    Identity: 1,
    LayerNormalization: 5,
    MatMul: 17,
    Mul: 6,
    Reshape: 9,
    Shape: 1,
    Softmax: 2,
    Transpose: 11,
    Unsqueeze: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForImageClassification' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'vit_msn', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'ViTMSNModel', parameters: 23_922 })
  answers(test, { last_hidden_state: ['batch_size', 17, 32] })
  shows(test, 'alone')
  answersBySkill(test, vitMsn.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'vit_msn', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'ViTMSNModel', parameters: 23_922 })
  answers(test, { last_hidden_state: ['batch_size', 17, 32] })
  shows(test, 'alone')
  answersBySkill(test, vitMsn.imageFeatureExtraction)
})
