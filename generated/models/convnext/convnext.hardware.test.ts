// Made by vitest-hardware 0.1.0 from c4603848b45c8a13; do not edit, "vitest-hardware generate" writes it anew.
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
import { convnext } from './convnext.skillset.ts'

describe('image-classification', () => {
  const test = modelTest({ model: 'convnext' })

  loadsAs(test, { architecture: 'ConvNextForImageClassification', parameters: 32_095 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, convnext.imageClassification)
  isMadeOf(test, {
    Add: 21,
    Conv: 9,
    Div: 5,
    Erf: 5,
    Identity: 1,
    LayerNormalization: 10,
    MatMul: 11,
    Mul: 15,
    ReduceMean: 1,
    Transpose: 18,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForImageClassification' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'convnext', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'ConvNextModel', parameters: 31_765 })
  answers(test, { last_hidden_state: ['batch_size', 32, 'feature_height', 'feature_width'], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, convnext.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'convnext', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'ConvNextModel', parameters: 31_765 })
  answers(test, { last_hidden_state: ['batch_size', 32, 'feature_height', 'feature_width'], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, convnext.imageFeatureExtraction)
})

describe('backbone', () => {
  const test = modelTest({ model: 'convnext', task: 'backbone' })

  loadsAs(test, { architecture: 'ConvNextBackbone', parameters: 31_859 })
  answers(test, {
    'feature_maps.0': ['batch_size', 8, 'height_0', 'width_0'],
    'feature_maps.1': ['batch_size', 16, 'height_1', 'width_1'],
    'feature_maps.2': ['batch_size', 24, 'height_2', 'width_2'],
    'feature_maps.3': ['batch_size', 32, 'height_3', 'width_3'],
  })
  shows(test, 'alone')
  answersBySkill(test, convnext.backbone)
})
