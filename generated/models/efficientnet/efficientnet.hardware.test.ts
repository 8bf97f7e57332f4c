// Made by vitest-hardware 0.1.0 from 998abf1a52047852; do not edit, "vitest-hardware generate" writes it anew.
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
import { efficientnet } from './efficientnet.skillset.ts'

describe('image-classification', () => {
  const test = modelTest({ model: 'efficientnet' })

  loadsAs(test, { architecture: 'EfficientNetForImageClassification', parameters: 209_106 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, efficientnet.imageClassification)
  isMadeOf(test, {
    Add: 4,
    BatchNormalization: 31,
    Conv: 51,
    GlobalAveragePool: 10,
    Identity: 1,
    MatMul: 1,
    Mul: 41,
    ReduceMean: 1,
    Sigmoid: 41,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForImageClassification' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'efficientnet', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'EfficientNetModel', parameters: 205_896 })
  answers(test, { last_hidden_state: ['batch_size', 320, 'feature_height', 'feature_width'], pooler_output: ['batch_size', 320] })
  shows(test, 'alone')
  answersBySkill(test, efficientnet.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'efficientnet', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'EfficientNetModel', parameters: 205_896 })
  answers(test, { last_hidden_state: ['batch_size', 320, 'feature_height', 'feature_width'], pooler_output: ['batch_size', 320] })
  shows(test, 'alone')
  answersBySkill(test, efficientnet.imageFeatureExtraction)
})
