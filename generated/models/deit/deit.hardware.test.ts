// Made by vitest-hardware 0.1.0 from 45db44ea33abb9e4; do not edit, "vitest-hardware generate" writes it anew.
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
import { deit } from './deit.skillset.ts'

describe('image-classification', () => {
  const test = modelTest({ model: 'deit' })

  loadsAs(test, { architecture: 'DeiTForImageClassification', parameters: 24_316 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, deit.imageClassification)
  isMadeOf(test, {
    Add: 20,
    Concat: 3,
    Conv: 1,
    Div: 2,
    Erf: 2,
    Expand: 2,
    Gather: 3,
    Identity: 1,
    LayerNormalization: 5,
    MatMul: 17,
    Mul: 6,
    Reshape: 9,
    Shape: 2,
    Softmax: 2,
    Transpose: 11,
    Unsqueeze: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForImageClassification' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'deit', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'DeiTModel', parameters: 25_042 })
  answers(test, { last_hidden_state: ['batch_size', 18, 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, deit.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'deit', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'DeiTModel', parameters: 25_042 })
  answers(test, { last_hidden_state: ['batch_size', 18, 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, deit.imageFeatureExtraction)
})

describe('masked-image-modeling', () => {
  const test = modelTest({ model: 'deit', task: 'masked-image-modeling' })

  loadsAs(test, { architecture: 'DeiTForMaskedImageModeling', parameters: 30_360 })
  answers(test, { reconstruction: ['batch_size', 3, 32, 32] })
  shows(test, 'alone')
  answersBySkill(test, deit.maskedImageModeling)
})
