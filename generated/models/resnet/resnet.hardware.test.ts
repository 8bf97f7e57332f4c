// Made by vitest-hardware 0.1.0 from 491e7dcea8ced37a; do not edit, "vitest-hardware generate" writes it anew.
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
import { resnet } from './resnet.skillset.ts'

describe('image-classification', () => {
  const test = modelTest({ model: 'resnet' })

  loadsAs(test, { architecture: 'ResNetForImageClassification', parameters: 11_078 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, resnet.imageClassification)
  isMadeOf(test, {
    Add: 6,
    BatchNormalization: 20,
    Conv: 20,
    Flatten: 1,
    GlobalAveragePool: 1,
    Identity: 1,
    MatMul: 1,
    MaxPool: 1,
    Relu: 16,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.002 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForImageClassification' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'resnet', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'ResNetModel', parameters: 10_588 })
  answers(test, { last_hidden_state: ['batch_size', 48, 'feature_height', 'feature_width'], pooler_output: ['batch_size', 48, 1, 1] })
  shows(test, 'alone')
  answersBySkill(test, resnet.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'resnet', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'ResNetModel', parameters: 10_588 })
  answers(test, { last_hidden_state: ['batch_size', 48, 'feature_height', 'feature_width'], pooler_output: ['batch_size', 48, 1, 1] })
  shows(test, 'alone')
  answersBySkill(test, resnet.imageFeatureExtraction)
})

describe('backbone', () => {
  const test = modelTest({ model: 'resnet', task: 'backbone' })

  loadsAs(test, { architecture: 'ResNetBackbone', parameters: 10_588 })
  answers(test, {
    'feature_maps.0': ['batch_size', 16, 'height_0', 'width_0'],
    'feature_maps.1': ['batch_size', 24, 'height_1', 'width_1'],
    'feature_maps.2': ['batch_size', 32, 'height_2', 'width_2'],
    'feature_maps.3': ['batch_size', 48, 'height_3', 'width_3'],
  })
  shows(test, 'alone')
  answersBySkill(test, resnet.backbone)
})
