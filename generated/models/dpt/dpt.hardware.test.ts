// Made by vitest-hardware 0.1.0 from cceaaebea17e9e6f; do not edit, "vitest-hardware generate" writes it anew.
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
import { dpt } from './dpt.skillset.ts'

describe('depth-estimation', () => {
  const test = modelTest({ model: 'dpt' })

  loadsAs(test, { architecture: 'DPTForDepthEstimation', parameters: 102_045 })
  answers(test, { predicted_depth: ['batch_size', 64, 64] })
  shows(test, 'alone')
  answersBySkill(test, dpt.depthEstimation)
  isMadeOf(test, {
    Add: 55,
    Concat: 6,
    Conv: 31,
    ConvTranspose: 2,
    Div: 8,
    Erf: 8,
    Expand: 5,
    Gather: 5,
    Identity: 1,
    LayerNormalization: 8,
    MatMul: 36,
    Mul: 20,
    Relu: 16,
    Reshape: 21,
    Resize: 5,
    Shape: 5,
    Slice: 4,
    Softmax: 4,
    Squeeze: 1,
    Transpose: 25,
    Unsqueeze: 5,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForDepthEstimation' })
})

describe('image-segmentation', () => {
  const test = modelTest({ model: 'dpt', task: 'image-segmentation' })

  loadsAs(test, { architecture: 'DPTForSemanticSegmentation', parameters: 102_782 })
  answers(test, { logits: ['batch_size', 10, 64, 64] })
  shows(test, 'alone')
  answersBySkill(test, dpt.imageSegmentation)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'dpt', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'DPTModel', parameters: 41_010 })
  answers(test, { last_hidden_state: ['batch_size', 17, 32] })
  shows(test, 'alone')
  answersBySkill(test, dpt.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'dpt', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'DPTModel', parameters: 41_010 })
  answers(test, { last_hidden_state: ['batch_size', 17, 32] })
  shows(test, 'alone')
  answersBySkill(test, dpt.imageFeatureExtraction)
})
