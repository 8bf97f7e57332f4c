// Made by vitest-hardware 0.1.0 from 7297b3c32030f61d; do not edit, "vitest-hardware generate" writes it anew.
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
import { dabDetr } from './dab-detr.skillset.ts'

describe('object-detection', () => {
  const test = modelTest({ model: 'dab-detr' })

  loadsAs(test, { architecture: 'DabDetrForObjectDetection', parameters: 95_861 })
  answers(test, { logits: ['batch_size', 8, 10], pred_boxes: ['batch_size', 8, 4] })
  shows(test, 'alone')
  answersBySkill(test, dabDetr.objectDetection)
  isMadeOf(test, {
    Add: 95,
    BatchNormalization: 13,
    Cast: 1,
    Concat: 21,
    Conv: 14,
    Cos: 10,
    CumSum: 2,
    Div: 18,
    Expand: 3,
    Gather: 2,
    Identity: 2,
    LayerNormalization: 11,
    Log: 2,
    MatMul: 74,
    Max: 4,
    MaxPool: 1,
    Mul: 19,
    PRelu: 4,
    Relu: 20,
    Reshape: 41,
    Shape: 2,
    Sigmoid: 5,
    Sin: 10,
    Slice: 26,
    Softmax: 6,
    Sub: 3,
    Transpose: 35,
    Unsqueeze: 26,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'dab-detr', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'DabDetrModel', parameters: 95_531 })
  answers(test, { last_hidden_state: ['batch_size', 8, 32], encoder_last_hidden_state: ['batch_size', 4, 32] })
  shows(test, 'alone')
  answersBySkill(test, dabDetr.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'dab-detr', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'DabDetrModel', parameters: 95_531 })
  answers(test, { last_hidden_state: ['batch_size', 8, 32], encoder_last_hidden_state: ['batch_size', 4, 32] })
  shows(test, 'alone')
  answersBySkill(test, dabDetr.imageFeatureExtraction)
})
