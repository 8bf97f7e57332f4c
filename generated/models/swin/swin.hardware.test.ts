// Made by vitest-hardware 0.1.0 from ab820a4364274e65; do not edit, "vitest-hardware generate" writes it anew.
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
import { swin } from './swin.skillset.ts'

describe('image-classification', () => {
  const test = modelTest({ model: 'swin' })

  loadsAs(test, { architecture: 'SwinForImageClassification', parameters: 41_597 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, swin.imageClassification)
  isMadeOf(test, {
    Add: 43,
    Concat: 10,
    Conv: 1,
    Div: 6,
    Erf: 4,
    Expand: 2,
    Gather: 4,
    Identity: 1,
    LayerNormalization: 11,
    MatMul: 34,
    Mul: 12,
    ReduceMean: 1,
    Reshape: 45,
    Shape: 2,
    Slice: 18,
    Softmax: 4,
    Transpose: 34,
    Unsqueeze: 4,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.002 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForImageClassification' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'swin', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'SwinModel', parameters: 41_267 })
  answers(test, { last_hidden_state: ['batch_size', 64, 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, swin.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'swin', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'SwinModel', parameters: 41_267 })
  answers(test, { last_hidden_state: ['batch_size', 64, 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, swin.imageFeatureExtraction)
})

describe('masked-image-modeling', () => {
  const test = modelTest({ model: 'swin', task: 'masked-image-modeling' })

  loadsAs(test, { architecture: 'SwinForMaskedImageModeling', parameters: 42_872 })
  answers(test, { reconstruction: ['batch_size', 3, 32, 32] })
  shows(test, 'alone')
  answersBySkill(test, swin.maskedImageModeling)
})

describe('backbone', () => {
  const test = modelTest({ model: 'swin', task: 'backbone' })

  loadsAs(test, { architecture: 'SwinBackbone', parameters: 41_307 })
  answers(test, { 'feature_maps.0': ['batch_size', 16, 16, 16], 'feature_maps.1': ['batch_size', 32, 8, 8] })
  shows(test, 'alone')
  answersBySkill(test, swin.backbone)
})
