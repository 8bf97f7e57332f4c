// Made by vitest-hardware 0.1.0 from 12febdc20bd293d4; do not edit, "vitest-hardware generate" writes it anew.
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
import { deformableDetr } from './deformable_detr.skillset.ts'

describe('object-detection', () => {
  const test = modelTest({ model: 'deformable_detr' })

  loadsAs(test, { architecture: 'DeformableDetrForObjectDetection', parameters: 91_158 })
  answers(test, { logits: ['batch_size', 8, 10], pred_boxes: ['batch_size', 8, 4] })
  shows(test, 'alone')
  answersBySkill(test, deformableDetr.objectDetection)
  isMadeOf(test, {
    Add: 78,
    BatchNormalization: 13,
    Cast: 1,
    Concat: 26,
    Conv: 17,
    Cos: 8,
    CumSum: 8,
    Div: 24,
    Expand: 1,
    Gather: 13,
    GridSample: 16,
    Identity: 2,
    InstanceNormalization: 4,
    LayerNormalization: 10,
    MatMul: 41,
    MaxPool: 1,
    Mul: 28,
    Pad: 1,
    ReduceMean: 8,
    ReduceSum: 4,
    Relu: 15,
    Reshape: 100,
    Shape: 5,
    Sigmoid: 2,
    Sin: 8,
    Slice: 24,
    Softmax: 6,
    Split: 9,
    Sub: 4,
    Transpose: 54,
    Unsqueeze: 46,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'deformable_detr', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'DeformableDetrModel', parameters: 88_578 })
  answers(test, { last_hidden_state: ['batch_size', 8, 32], encoder_last_hidden_state: ['batch_size', 85, 32] })
  shows(test, 'alone')
  answersBySkill(test, deformableDetr.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'deformable_detr', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'DeformableDetrModel', parameters: 88_578 })
  answers(test, { last_hidden_state: ['batch_size', 8, 32], encoder_last_hidden_state: ['batch_size', 85, 32] })
  shows(test, 'alone')
  answersBySkill(test, deformableDetr.imageFeatureExtraction)
})
