// Made by vitest-hardware 0.1.0 from d72daff3b784eeb8; do not edit, "vitest-hardware generate" writes it anew.
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
import { mobilenetV2 } from './mobilenet_v2.skillset.ts'

describe('image-classification', () => {
  const test = modelTest({ model: 'mobilenet_v2' })

  loadsAs(test, { architecture: 'MobileNetV2ForImageClassification', parameters: 106_126 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, mobilenetV2.imageClassification)
  isMadeOf(test, { Add: 11, BatchNormalization: 52, Clip: 35, Conv: 52, Identity: 1, MatMul: 1, ReduceMean: 1 })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.1 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForImageClassification' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'mobilenet_v2', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'MobileNetV2Model', parameters: 93_316 })
  answers(test, { last_hidden_state: ['batch_size', 1280, 'feature_height', 'feature_width'], pooler_output: ['batch_size', 1280] })
  shows(test, 'alone')
  answersBySkill(test, mobilenetV2.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'mobilenet_v2', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'MobileNetV2Model', parameters: 93_316 })
  answers(test, { last_hidden_state: ['batch_size', 1280, 'feature_height', 'feature_width'], pooler_output: ['batch_size', 1280] })
  shows(test, 'alone')
  answersBySkill(test, mobilenetV2.imageFeatureExtraction)
})

describe('image-segmentation', () => {
  const test = modelTest({ model: 'mobilenet_v2', task: 'image-segmentation' })

  loadsAs(test, { architecture: 'MobileNetV2ForSemanticSegmentation', parameters: 200_335 })
  answers(test, { logits: ['batch_size', 10, 'height_0', 'width_0'] })
  shows(test, 'alone')
  answersBySkill(test, mobilenetV2.imageSegmentation)
})
