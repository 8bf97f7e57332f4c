// Made by vitest-hardware 0.1.0 from 9c1b3a3070985bd7; do not edit, "vitest-hardware generate" writes it anew.
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
import { timmBackbone } from './timm_backbone.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'timm_backbone' })

  loadsAs(test, { architecture: 'TimmBackbone', parameters: 31_584 })
  answers(test, {
    'feature_maps.0': ['batch_size', 8, 'height_0', 'width_0'],
    'feature_maps.1': ['batch_size', 12, 'height_1', 'width_1'],
    'feature_maps.2': ['batch_size', 16, 'height_2', 'width_2'],
    'feature_maps.3': ['batch_size', 24, 'height_3', 'width_3'],
  })
  shows(test, 'alone')
  answersBySkill(test, timmBackbone.featureExtraction)
  isMadeOf(test, { Add: 4, BatchNormalization: 13, Conv: 13, Identity: 4, MaxPool: 1, Relu: 9 })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'timm_backbone', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'TimmBackbone', parameters: 31_584 })
  answers(test, {
    'feature_maps.0': ['batch_size', 8, 'height_0', 'width_0'],
    'feature_maps.1': ['batch_size', 12, 'height_1', 'width_1'],
    'feature_maps.2': ['batch_size', 16, 'height_2', 'width_2'],
    'feature_maps.3': ['batch_size', 24, 'height_3', 'width_3'],
  })
  shows(test, 'alone')
  answersBySkill(test, timmBackbone.imageFeatureExtraction)
})

describe('backbone', () => {
  const test = modelTest({ model: 'timm_backbone', task: 'backbone' })

  loadsAs(test, { architecture: 'TimmBackbone', parameters: 31_584 })
  answers(test, {
    'feature_maps.0': ['batch_size', 8, 'height_0', 'width_0'],
    'feature_maps.1': ['batch_size', 12, 'height_1', 'width_1'],
    'feature_maps.2': ['batch_size', 16, 'height_2', 'width_2'],
    'feature_maps.3': ['batch_size', 24, 'height_3', 'width_3'],
  })
  shows(test, 'alone')
  answersBySkill(test, timmBackbone.backbone)
})
