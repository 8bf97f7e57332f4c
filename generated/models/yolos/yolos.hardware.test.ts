// Made by vitest-hardware 0.1.0 from f1212d3286778f84; do not edit, "vitest-hardware generate" writes it anew.
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
import { yolos } from './yolos.skillset.ts'

describe('object-detection', () => {
  const test = modelTest({ model: 'yolos' })

  loadsAs(test, { architecture: 'YolosForObjectDetection', parameters: 30_150 })
  answers(test, { logits: ['batch_size', 10, 11], pred_boxes: ['batch_size', 10, 4] })
  shows(test, 'alone')
  answersBySkill(test, yolos.objectDetection)
  isMadeOf(test, {
    Add: 26,
    Concat: 3,
    Conv: 1,
    Div: 2,
    Erf: 2,
    Expand: 2,
    Gather: 2,
    Identity: 2,
    LayerNormalization: 5,
    MatMul: 22,
    Mul: 6,
    Relu: 4,
    Reshape: 9,
    Shape: 2,
    Sigmoid: 1,
    Slice: 1,
    Softmax: 2,
    Transpose: 11,
    Unsqueeze: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForObjectDetection' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'yolos', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'YolosModel', parameters: 25_428 })
  answers(test, { last_hidden_state: ['batch_size', 27, 32] })
  shows(test, 'alone')
  answersBySkill(test, yolos.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'yolos', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'YolosModel', parameters: 25_428 })
  answers(test, { last_hidden_state: ['batch_size', 27, 32] })
  shows(test, 'alone')
  answersBySkill(test, yolos.imageFeatureExtraction)
})
