// Made by vitest-hardware 0.1.0 from 47664812e31e9897; do not edit, "vitest-hardware generate" writes it anew.
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
import { mobilenetV1 } from './mobilenet_v1.skillset.ts'

describe('image-classification', () => {
  const test = modelTest({ model: 'mobilenet_v1' })

  loadsAs(test, { architecture: 'MobileNetV1ForImageClassification', parameters: 61_718 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, mobilenetV1.imageClassification)
  isMadeOf(test, { Add: 1, BatchNormalization: 27, Clip: 27, Conv: 27, Identity: 1, MatMul: 1, ReduceMean: 1 })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForImageClassification' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'mobilenet_v1', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'MobileNetV1Model', parameters: 60_428 })
  answers(test, { last_hidden_state: ['batch_size', 128, 'feature_height', 'feature_width'], pooler_output: ['batch_size', 128] })
  shows(test, 'alone')
  answersBySkill(test, mobilenetV1.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'mobilenet_v1', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'MobileNetV1Model', parameters: 60_428 })
  answers(test, { last_hidden_state: ['batch_size', 128, 'feature_height', 'feature_width'], pooler_output: ['batch_size', 128] })
  shows(test, 'alone')
  answersBySkill(test, mobilenetV1.imageFeatureExtraction)
})
