// Made by vitest-hardware 0.1.0 from bf910f49945a9f40; do not edit, "vitest-hardware generate" writes it anew.
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
import { efficientformer } from './efficientformer.skillset.ts'

describe('image-classification', () => {
  const test = modelTest({ model: 'efficientformer' })

  loadsAs(test, { architecture: 'EfficientFormerForImageClassification', parameters: 44_093 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, efficientformer.imageClassification)
  isMadeOf(test, {
    Add: 21,
    AveragePool: 4,
    BatchNormalization: 13,
    Conv: 13,
    Div: 5,
    Erf: 5,
    Gather: 1,
    Identity: 1,
    LayerNormalization: 3,
    MatMul: 7,
    Mul: 21,
    ReduceMean: 1,
    Relu: 2,
    Reshape: 3,
    Softmax: 1,
    Split: 1,
    Sub: 4,
    Transpose: 6,
    Unsqueeze: 8,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'efficientformer', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'EfficientFormerModel', parameters: 43_762 })
  answers(test, { last_hidden_state: ['batch_size', 4, 32] })
  shows(test, 'alone')
  answersBySkill(test, efficientformer.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'efficientformer', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'EfficientFormerModel', parameters: 43_762 })
  answers(test, { last_hidden_state: ['batch_size', 4, 32] })
  shows(test, 'alone')
  answersBySkill(test, efficientformer.imageFeatureExtraction)
})
