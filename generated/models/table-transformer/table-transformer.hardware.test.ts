// Made by vitest-hardware 0.1.0 from e076e5776caf9509; do not edit, "vitest-hardware generate" writes it anew.
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
import { tableTransformer } from './table-transformer.skillset.ts'

describe('object-detection', () => {
  const test = modelTest({ model: 'table-transformer' })

  loadsAs(test, { architecture: 'TableTransformerForObjectDetection', parameters: 78_175 })
  answers(test, { logits: ['batch_size', 8, 11], pred_boxes: ['batch_size', 8, 4] })
  shows(test, 'alone')
  answersBySkill(test, tableTransformer.objectDetection)
  isMadeOf(test, {
    Add: 68,
    BatchNormalization: 13,
    Cast: 1,
    Concat: 4,
    Conv: 14,
    Cos: 2,
    CumSum: 2,
    Div: 4,
    Expand: 1,
    Gather: 1,
    Identity: 2,
    LayerNormalization: 12,
    MatMul: 48,
    MaxPool: 1,
    Mul: 10,
    Relu: 15,
    Reshape: 29,
    Shape: 1,
    Sigmoid: 1,
    Sin: 2,
    Slice: 4,
    Softmax: 6,
    Sub: 1,
    Transpose: 31,
    Unsqueeze: 8,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForObjectDetection' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'table-transformer', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'TableTransformerModel', parameters: 75_568 })
  answers(test, { last_hidden_state: ['batch_size', 8, 32], encoder_last_hidden_state: ['batch_size', 4, 32] })
  shows(test, 'alone')
  answersBySkill(test, tableTransformer.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'table-transformer', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'TableTransformerModel', parameters: 75_568 })
  answers(test, { last_hidden_state: ['batch_size', 8, 32], encoder_last_hidden_state: ['batch_size', 4, 32] })
  shows(test, 'alone')
  answersBySkill(test, tableTransformer.imageFeatureExtraction)
})
