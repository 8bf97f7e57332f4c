// Made by vitest-hardware 0.1.0 from 2d7187a586d2b61d; do not edit, "vitest-hardware generate" writes it anew.
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
import { conditionalDetr } from './conditional_detr.skillset.ts'

describe('object-detection', () => {
  const test = modelTest({ model: 'conditional_detr' })

  loadsAs(test, { architecture: 'ConditionalDetrForObjectDetection', parameters: 90_832 })
  answers(test, { logits: ['batch_size', 8, 10], pred_boxes: ['batch_size', 8, 4] })
  shows(test, 'alone')
  answersBySkill(test, conditionalDetr.objectDetection)
  isMadeOf(test, {
    Add: 81,
    BatchNormalization: 13,
    Cast: 1,
    Concat: 11,
    Conv: 14,
    Cos: 4,
    CumSum: 2,
    Div: 6,
    Expand: 1,
    Gather: 1,
    Identity: 2,
    LayerNormalization: 11,
    MatMul: 61,
    MaxPool: 1,
    Mul: 13,
    Pad: 1,
    Relu: 17,
    Reshape: 35,
    Shape: 1,
    Sigmoid: 2,
    Sin: 4,
    Slice: 6,
    Softmax: 6,
    Sub: 1,
    Transpose: 35,
    Unsqueeze: 13,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'conditional_detr', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'ConditionalDetrModel', parameters: 88_254 })
  answers(test, { last_hidden_state: ['batch_size', 8, 32], encoder_last_hidden_state: ['batch_size', 4, 32] })
  shows(test, 'alone')
  answersBySkill(test, conditionalDetr.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'conditional_detr', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'ConditionalDetrModel', parameters: 88_254 })
  answers(test, { last_hidden_state: ['batch_size', 8, 32], encoder_last_hidden_state: ['batch_size', 4, 32] })
  shows(test, 'alone')
  answersBySkill(test, conditionalDetr.imageFeatureExtraction)
})
