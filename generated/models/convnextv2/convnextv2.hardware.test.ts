// Made by vitest-hardware 0.1.0 from 9dacfd2e78ca53a0; do not edit, "vitest-hardware generate" writes it anew.
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
import { convnextv2 } from './convnextv2.skillset.ts'

describe('image-classification', () => {
  const test = modelTest({ model: 'convnextv2' })

  loadsAs(test, { architecture: 'ConvNextV2ForImageClassification', parameters: 32_827 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, convnextv2.imageClassification)
  isMadeOf(test, {
    Add: 36,
    Conv: 9,
    Div: 10,
    Erf: 5,
    Identity: 1,
    LayerNormalization: 10,
    MatMul: 11,
    Mul: 20,
    ReduceL2: 5,
    ReduceMean: 6,
    Transpose: 18,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForImageClassification' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'convnextv2', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'ConvNextV2Model', parameters: 32_497 })
  answers(test, { last_hidden_state: ['batch_size', 32, 'feature_height', 'feature_width'], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, convnextv2.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'convnextv2', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'ConvNextV2Model', parameters: 32_497 })
  answers(test, { last_hidden_state: ['batch_size', 32, 'feature_height', 'feature_width'], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, convnextv2.imageFeatureExtraction)
})

describe('backbone', () => {
  const test = modelTest({ model: 'convnextv2', task: 'backbone' })

  loadsAs(test, { architecture: 'ConvNextV2Backbone', parameters: 32_591 })
  answers(test, {
    'feature_maps.0': ['batch_size', 8, 'height_0', 'width_0'],
    'feature_maps.1': ['batch_size', 16, 'height_1', 'width_1'],
    'feature_maps.2': ['batch_size', 24, 'height_2', 'width_2'],
    'feature_maps.3': ['batch_size', 32, 'height_3', 'width_3'],
  })
  shows(test, 'alone')
  answersBySkill(test, convnextv2.backbone)
})
