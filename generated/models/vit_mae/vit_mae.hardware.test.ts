// Made by vitest-hardware 0.1.0 from 59bdb9c4bd7191cf; do not edit, "vitest-hardware generate" writes it anew.
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
import { vitMae } from './vit_mae.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'vit_mae' })

  loadsAs(test, { architecture: 'ViTMAEModel', parameters: 23_929 })
  answers(test, { last_hidden_state: ['batch_size', 5, 32], mask: ['batch_size', 16], ids_restore: ['batch_size', 16] })
  shows(test, 'alone')
  answersBySkill(test, vitMae.featureExtraction)
  isMadeOf(test, {
    Add: 20,
    Cast: 2,
    Concat: 3,
    Conv: 1,
    Div: 2,
    Erf: 2,
    Expand: 2,
    Gather: 1,
    GatherElements: 1,
    GreaterOrEqual: 1,
    Identity: 3,
    LayerNormalization: 5,
    MatMul: 16,
    Mul: 6,
    Reshape: 9,
    Shape: 2,
    Slice: 3,
    Softmax: 2,
    TopK: 2,
    Transpose: 11,
    Unsqueeze: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'vit_mae', task: 'pretraining' })

  loadsAs(test, { architecture: 'ViTMAEForPreTraining', parameters: 32_498 })
  answers(test, { logits: ['batch_size', 16, 192], mask: ['batch_size', 16], ids_restore: ['batch_size', 16] })
  shows(test, 'alone')
  answersBySkill(test, vitMae.pretraining)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'vit_mae', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'ViTMAEModel', parameters: 23_929 })
  answers(test, { last_hidden_state: ['batch_size', 5, 32], mask: ['batch_size', 16], ids_restore: ['batch_size', 16] })
  shows(test, 'alone')
  answersBySkill(test, vitMae.imageFeatureExtraction)
})
