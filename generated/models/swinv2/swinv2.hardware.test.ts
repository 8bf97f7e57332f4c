// Made by vitest-hardware 0.1.0 from aa9cbfebee05fd9c; do not edit, "vitest-hardware generate" writes it anew.
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
import { swinv2 } from './swinv2.skillset.ts'

describe('image-classification', () => {
  const test = modelTest({ model: 'swinv2' })

  loadsAs(test, { architecture: 'Swinv2ForImageClassification', parameters: 53_544 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, swinv2.imageClassification)
  isMadeOf(test, {
    Add: 43,
    Concat: 10,
    Conv: 1,
    Div: 14,
    Erf: 4,
    Exp: 4,
    Expand: 2,
    Gather: 4,
    Identity: 1,
    LayerNormalization: 11,
    MatMul: 42,
    Max: 8,
    Min: 4,
    Mul: 16,
    ReduceL2: 8,
    ReduceMean: 1,
    Relu: 4,
    Reshape: 45,
    Shape: 2,
    Sigmoid: 4,
    Slice: 18,
    Softmax: 4,
    Transpose: 34,
    Unsqueeze: 4,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'swinv2', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Swinv2Model', parameters: 53_214 })
  answers(test, { last_hidden_state: ['batch_size', 64, 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, swinv2.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'swinv2', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'Swinv2Model', parameters: 53_214 })
  answers(test, { last_hidden_state: ['batch_size', 64, 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, swinv2.imageFeatureExtraction)
})

describe('masked-image-modeling', () => {
  const test = modelTest({ model: 'swinv2', task: 'masked-image-modeling' })

  loadsAs(test, { architecture: 'Swinv2ForMaskedImageModeling', parameters: 54_818 })
  answers(test, { reconstruction: ['batch_size', 3, 32, 32] })
  shows(test, 'alone')
  answersBySkill(test, swinv2.maskedImageModeling)
})

describe('backbone', () => {
  const test = modelTest({ model: 'swinv2', task: 'backbone' })

  loadsAs(test, { architecture: 'Swinv2Backbone', parameters: 53_158 })
  answers(test, { 'feature_maps.0': ['batch_size', 16, 16, 16], 'feature_maps.1': ['batch_size', 32, 8, 8] })
  shows(test, 'alone')
  answersBySkill(test, swinv2.backbone)
})
