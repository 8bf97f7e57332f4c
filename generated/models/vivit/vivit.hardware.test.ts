// Made by vitest-hardware 0.1.0 from c29fd34128a849f9; do not edit, "vitest-hardware generate" writes it anew.
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
import { vivit } from './vivit.skillset.ts'

describe('video-classification', () => {
  const test = modelTest({ model: 'vivit' })

  loadsAs(test, { architecture: 'VivitForVideoClassification', parameters: 30_909 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, vivit.videoClassification)
  isMadeOf(test, {
    Add: 22,
    Concat: 2,
    Conv: 1,
    Expand: 1,
    Gather: 2,
    Identity: 1,
    LayerNormalization: 5,
    MatMul: 17,
    Mul: 14,
    Reshape: 9,
    Shape: 1,
    Softmax: 2,
    Tanh: 2,
    Transpose: 12,
    Unsqueeze: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'vivit', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'VivitModel', parameters: 31_635 })
  answers(test, { last_hidden_state: ['batch_size', 33, 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, vivit.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'vivit', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'VivitModel', parameters: 31_635 })
  answers(test, { last_hidden_state: ['batch_size', 33, 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, vivit.imageFeatureExtraction)
})
