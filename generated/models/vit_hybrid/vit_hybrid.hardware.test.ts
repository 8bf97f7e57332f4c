// Made by vitest-hardware 0.1.0 from 2ea1f2e062121d31; do not edit, "vitest-hardware generate" writes it anew.
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
import { vitHybrid } from './vit_hybrid.skillset.ts'

describe('image-classification', () => {
  const test = modelTest({ model: 'vit_hybrid' })

  loadsAs(test, { architecture: 'ViTHybridForImageClassification', parameters: 24_689 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, vitHybrid.imageClassification)
  isMadeOf(test, {
    Add: 49,
    Concat: 2,
    Conv: 14,
    Div: 15,
    Erf: 2,
    Expand: 1,
    Gather: 2,
    Identity: 1,
    InstanceNormalization: 13,
    LayerNormalization: 5,
    MatMul: 17,
    MaxPool: 1,
    Mul: 32,
    ReduceMean: 26,
    Relu: 10,
    Reshape: 35,
    Shape: 14,
    Softmax: 2,
    Sqrt: 13,
    Sub: 13,
    Transpose: 11,
    Unsqueeze: 27,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'vit_hybrid', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'ViTHybridModel', parameters: 25_415 })
  answers(test, { last_hidden_state: ['batch_size', 17, 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, vitHybrid.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'vit_hybrid', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'ViTHybridModel', parameters: 25_415 })
  answers(test, { last_hidden_state: ['batch_size', 17, 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, vitHybrid.imageFeatureExtraction)
})
