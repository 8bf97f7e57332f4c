// Made by vitest-hardware 0.1.0 from f50703fc173edf81; do not edit, "vitest-hardware generate" writes it anew.
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
import { swin2sr } from './swin2sr.skillset.ts'

describe('image-to-image', () => {
  const test = modelTest({ model: 'swin2sr' })

  loadsAs(test, { architecture: 'Swin2SRForImageSuperResolution', parameters: 44_332 })
  answers(test, { reconstruction: ['batch_size', 3, 32, 32] })
  shows(test, 'alone')
  answersBySkill(test, swin2sr.imageToImage)
  isMadeOf(test, {
    Add: 46,
    Concat: 10,
    Conv: 10,
    DepthToSpace: 1,
    Div: 14,
    Erf: 4,
    Exp: 4,
    Expand: 2,
    Gather: 4,
    Identity: 1,
    LayerNormalization: 10,
    LeakyRelu: 1,
    MatMul: 40,
    Max: 8,
    Min: 4,
    Mul: 16,
    ReduceL2: 8,
    Relu: 4,
    Reshape: 48,
    Shape: 2,
    Sigmoid: 4,
    Slice: 18,
    Softmax: 4,
    Sub: 1,
    Transpose: 38,
    Unsqueeze: 4,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForImageToImage' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'swin2sr', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Swin2SRModel', parameters: 37_030 })
  answers(test, { last_hidden_state: ['batch_size', 16, 16, 16] })
  shows(test, 'alone')
  answersBySkill(test, swin2sr.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'swin2sr', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'Swin2SRModel', parameters: 37_030 })
  answers(test, { last_hidden_state: ['batch_size', 16, 16, 16] })
  shows(test, 'alone')
  answersBySkill(test, swin2sr.imageFeatureExtraction)
})
