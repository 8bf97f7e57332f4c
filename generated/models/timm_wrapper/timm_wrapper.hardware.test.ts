// Made by vitest-hardware 0.1.0 from 5ca9ccd510af2b16; do not edit, "vitest-hardware generate" writes it anew.
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
import { timmWrapper } from './timm_wrapper.skillset.ts'

describe('image-classification', () => {
  const test = modelTest({ model: 'timm_wrapper' })

  loadsAs(test, { architecture: 'TimmWrapperForImageClassification', parameters: 19_374 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, timmWrapper.imageClassification)
  isMadeOf(test, {
    Add: 5,
    BatchNormalization: 17,
    Conv: 17,
    Flatten: 1,
    GlobalAveragePool: 1,
    Identity: 1,
    MatMul: 1,
    MaxPool: 1,
    Relu: 13,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'timm_wrapper', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'TimmWrapperModel', parameters: 18_884 })
  answers(test, { last_hidden_state: ['batch_size', 48, 'feature_height', 'feature_width'], pooler_output: ['batch_size', 48] })
  shows(test, 'alone')
  answersBySkill(test, timmWrapper.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'timm_wrapper', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'TimmWrapperModel', parameters: 18_884 })
  answers(test, { last_hidden_state: ['batch_size', 48, 'feature_height', 'feature_width'], pooler_output: ['batch_size', 48] })
  shows(test, 'alone')
  answersBySkill(test, timmWrapper.imageFeatureExtraction)
})
