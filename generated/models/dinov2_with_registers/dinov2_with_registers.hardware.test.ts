// Made by vitest-hardware 0.1.0 from aecc8cd53f89e595; do not edit, "vitest-hardware generate" writes it anew.
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
import { dinov2WithRegisters } from './dinov2_with_registers.skillset.ts'

describe('image-classification', () => {
  const test = modelTest({ model: 'dinov2_with_registers' })

  loadsAs(test, { architecture: 'Dinov2WithRegistersForImageClassification', parameters: 51_201 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, dinov2WithRegisters.imageClassification)
  isMadeOf(test, {
    Add: 20,
    Concat: 5,
    Conv: 1,
    Div: 2,
    Erf: 2,
    Expand: 2,
    Gather: 3,
    Identity: 1,
    LayerNormalization: 5,
    MatMul: 17,
    Mul: 10,
    ReduceMean: 1,
    Reshape: 9,
    Shape: 2,
    Slice: 3,
    Softmax: 2,
    Transpose: 11,
    Unsqueeze: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForImageClassification' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'dinov2_with_registers', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Dinov2WithRegistersModel', parameters: 50_550 })
  answers(test, { last_hidden_state: ['batch_size', 9, 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, dinov2WithRegisters.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'dinov2_with_registers', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'Dinov2WithRegistersModel', parameters: 50_550 })
  answers(test, { last_hidden_state: ['batch_size', 9, 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, dinov2WithRegisters.imageFeatureExtraction)
})

describe('backbone', () => {
  const test = modelTest({ model: 'dinov2_with_registers', task: 'backbone' })

  loadsAs(test, { architecture: 'Dinov2WithRegistersBackbone', parameters: 50_555 })
  answers(test, { 'feature_maps.0': ['batch_size', 32, 2, 2], 'feature_maps.1': ['batch_size', 32, 2, 2] })
  shows(test, 'alone')
  answersBySkill(test, dinov2WithRegisters.backbone)
})
