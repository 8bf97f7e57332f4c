// Made by vitest-hardware 0.1.0 from 63633540e5f42849; do not edit, "vitest-hardware generate" writes it anew.
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
import { dinov2 } from './dinov2.skillset.ts'

describe('image-classification', () => {
  const test = modelTest({ model: 'dinov2' })

  loadsAs(test, { architecture: 'Dinov2ForImageClassification', parameters: 33_022 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, dinov2.imageClassification)
  isMadeOf(test, {
    Add: 20,
    Concat: 3,
    Conv: 1,
    Div: 2,
    Erf: 2,
    Expand: 1,
    Gather: 2,
    Identity: 1,
    LayerNormalization: 5,
    MatMul: 17,
    Mul: 10,
    ReduceMean: 1,
    Reshape: 9,
    Shape: 1,
    Slice: 1,
    Softmax: 2,
    Transpose: 11,
    Unsqueeze: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.002 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForImageClassification' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'dinov2', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Dinov2Model', parameters: 32_370 })
  answers(test, { last_hidden_state: ['batch_size', 17, 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, dinov2.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'dinov2', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'Dinov2Model', parameters: 32_370 })
  answers(test, { last_hidden_state: ['batch_size', 17, 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, dinov2.imageFeatureExtraction)
})

describe('backbone', () => {
  const test = modelTest({ model: 'dinov2', task: 'backbone' })

  loadsAs(test, { architecture: 'Dinov2Backbone', parameters: 32_376 })
  answers(test, { 'feature_maps.0': ['batch_size', 32, 4, 4], 'feature_maps.1': ['batch_size', 32, 4, 4] })
  shows(test, 'alone')
  answersBySkill(test, dinov2.backbone)
})
