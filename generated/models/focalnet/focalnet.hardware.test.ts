// Made by vitest-hardware 0.1.0 from 0fb2408830701df9; do not edit, "vitest-hardware generate" writes it anew.
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
import { focalnet } from './focalnet.skillset.ts'

describe('image-classification', () => {
  const test = modelTest({ model: 'focalnet' })

  loadsAs(test, { architecture: 'FocalNetForImageClassification', parameters: 38_920 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, focalnet.imageClassification)
  isMadeOf(test, {
    Add: 49,
    Conv: 14,
    Div: 16,
    Erf: 16,
    Identity: 1,
    LayerNormalization: 11,
    MatMul: 17,
    Mul: 48,
    ReduceMean: 5,
    Reshape: 14,
    Split: 8,
    Transpose: 14,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'focalnet', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'FocalNetModel', parameters: 38_590 })
  answers(test, { last_hidden_state: ['batch_size', 16, 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, focalnet.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'focalnet', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'FocalNetModel', parameters: 38_590 })
  answers(test, { last_hidden_state: ['batch_size', 16, 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, focalnet.imageFeatureExtraction)
})

describe('masked-image-modeling', () => {
  const test = modelTest({ model: 'focalnet', task: 'masked-image-modeling' })

  loadsAs(test, { architecture: 'FocalNetForMaskedImageModeling', parameters: 44_942 })
  answers(test, { reconstruction: ['batch_size', 3, 32, 32] })
  shows(test, 'alone')
  answersBySkill(test, focalnet.maskedImageModeling)
})

describe('backbone', () => {
  const test = modelTest({ model: 'focalnet', task: 'backbone' })

  loadsAs(test, { architecture: 'FocalNetBackbone', parameters: 38_525 })
  answers(test, { 'feature_maps.0': ['batch_size', 32, 4, 4], 'feature_maps.1': ['batch_size', 32, 4, 4] })
  shows(test, 'alone')
  answersBySkill(test, focalnet.backbone)
})
