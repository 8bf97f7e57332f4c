// Made by vitest-hardware 0.1.0 from ae251a53afb536a0; do not edit, "vitest-hardware generate" writes it anew.
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
import { videomae } from './videomae.skillset.ts'

describe('video-classification', () => {
  const test = modelTest({ model: 'videomae' })

  loadsAs(test, { architecture: 'VideoMAEForVideoClassification', parameters: 30_777 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, videomae.videoClassification)
  isMadeOf(test, {
    Add: 18,
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
    Transpose: 12,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'videomae', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'VideoMAEModel', parameters: 30_382 })
  answers(test, { last_hidden_state: ['batch_size', 32, 32] })
  shows(test, 'alone')
  answersBySkill(test, videomae.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'videomae', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'VideoMAEModel', parameters: 30_382 })
  answers(test, { last_hidden_state: ['batch_size', 32, 32] })
  shows(test, 'alone')
  answersBySkill(test, videomae.imageFeatureExtraction)
})
