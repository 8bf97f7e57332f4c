// Made by vitest-hardware 0.1.0 from f2e8414fabadb585; do not edit, "vitest-hardware generate" writes it anew.
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
import { hgnetV2 } from './hgnet_v2.skillset.ts'

describe('image-classification', () => {
  const test = modelTest({ model: 'hgnet_v2' })

  loadsAs(test, { architecture: 'HGNetV2ForImageClassification', parameters: 20_894 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, hgnetV2.imageClassification)
  isMadeOf(test, {
    Add: 2,
    BatchNormalization: 42,
    Concat: 6,
    Conv: 42,
    Flatten: 1,
    GlobalAveragePool: 1,
    Identity: 1,
    MatMul: 1,
    MaxPool: 1,
    Pad: 2,
    Relu: 30,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.002 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'hgnet_v2', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'HGNetV2Backbone', parameters: 20_404 })
  answers(test, {
    'feature_maps.0': ['batch_size', 16, 'height_0', 'width_0'],
    'feature_maps.1': ['batch_size', 24, 'height_1', 'width_1'],
    'feature_maps.2': ['batch_size', 32, 'height_2', 'width_2'],
    'feature_maps.3': ['batch_size', 48, 'height_3', 'width_3'],
  })
  shows(test, 'alone')
  answersBySkill(test, hgnetV2.featureExtraction)
})

describe('backbone', () => {
  const test = modelTest({ model: 'hgnet_v2', task: 'backbone' })

  loadsAs(test, { architecture: 'HGNetV2Backbone', parameters: 20_404 })
  answers(test, {
    'feature_maps.0': ['batch_size', 16, 'height_0', 'width_0'],
    'feature_maps.1': ['batch_size', 24, 'height_1', 'width_1'],
    'feature_maps.2': ['batch_size', 32, 'height_2', 'width_2'],
    'feature_maps.3': ['batch_size', 48, 'height_3', 'width_3'],
  })
  shows(test, 'alone')
  answersBySkill(test, hgnetV2.backbone)
})
