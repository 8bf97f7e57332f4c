// Made by vitest-hardware 0.1.0 from 20d233bb84753bd2; do not edit, "vitest-hardware generate" writes it anew.
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
import { vit } from './vit.skillset.ts'

describe('image-classification', () => {
  const test = modelTest({ model: 'vit' })

  loadsAs(test, { architecture: 'ViTForImageClassification', parameters: 24_252 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, vit.imageClassification)
  isMadeOf(test, {
    Add: 20,
    Concat: 2,
    Conv: 1,
    Div: 2,
    Erf: 2,
    Expand: 1,
    Gather: 2,
    Identity: 1,
    LayerNormalization: 5,
    MatMul: 17,
    Mul: 6,
    Reshape: 9,
    Shape: 1,
    Softmax: 2,
    Transpose: 11,
    Unsqueeze: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForImageClassification' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'vit', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'ViTModel', parameters: 24_978 })
  answers(test, { last_hidden_state: ['batch_size', 17, 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, vit.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'vit', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'ViTModel', parameters: 24_978 })
  answers(test, { last_hidden_state: ['batch_size', 17, 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, vit.imageFeatureExtraction)
})

describe('masked-image-modeling', () => {
  const test = modelTest({ model: 'vit', task: 'masked-image-modeling' })

  loadsAs(test, { architecture: 'ViTForMaskedImageModeling', parameters: 30_297 })
  answers(test, { reconstruction: ['batch_size', 3, 32, 32] })
  shows(test, 'alone')
  answersBySkill(test, vit.maskedImageModeling)
})
