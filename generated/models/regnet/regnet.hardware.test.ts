// Made by vitest-hardware 0.1.0 from e1f72d06579e8df0; do not edit, "vitest-hardware generate" writes it anew.
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
import { regnet } from './regnet.skillset.ts'

describe('image-classification', () => {
  const test = modelTest({ model: 'regnet' })

  loadsAs(test, { architecture: 'RegNetForImageClassification', parameters: 27_926 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, regnet.imageClassification)
  isMadeOf(test, {
    Add: 6,
    BatchNormalization: 20,
    Conv: 30,
    Flatten: 1,
    GlobalAveragePool: 6,
    Identity: 1,
    MatMul: 1,
    Mul: 5,
    Relu: 21,
    Sigmoid: 5,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.001 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'regnet', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'RegNetModel', parameters: 27_436 })
  answers(test, { last_hidden_state: ['batch_size', 48, 'feature_height', 'feature_width'], pooler_output: ['batch_size', 48, 1, 1] })
  shows(test, 'alone')
  answersBySkill(test, regnet.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'regnet', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'RegNetModel', parameters: 27_436 })
  answers(test, { last_hidden_state: ['batch_size', 48, 'feature_height', 'feature_width'], pooler_output: ['batch_size', 48, 1, 1] })
  shows(test, 'alone')
  answersBySkill(test, regnet.imageFeatureExtraction)
})
