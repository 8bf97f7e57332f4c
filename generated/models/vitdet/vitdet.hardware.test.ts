// Made by vitest-hardware 0.1.0 from 62a72908898d11f7; do not edit, "vitest-hardware generate" writes it anew.
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
import { vitdet } from './vitdet.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'vitdet' })

  loadsAs(test, { architecture: 'VitDetModel', parameters: 32_728 })
  answers(test, { last_hidden_state: ['batch_size', 32, 4, 4] })
  shows(test, 'alone')
  answersBySkill(test, vitdet.featureExtraction)
  isMadeOf(test, {
    Add: 28,
    Conv: 1,
    Div: 3,
    Erf: 3,
    Gather: 6,
    Identity: 1,
    LayerNormalization: 6,
    MatMul: 24,
    Mul: 9,
    Pad: 1,
    Reshape: 34,
    Slice: 1,
    Softmax: 3,
    Split: 3,
    Transpose: 31,
    Unsqueeze: 6,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'vitdet', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'VitDetModel', parameters: 32_728 })
  answers(test, { last_hidden_state: ['batch_size', 32, 4, 4] })
  shows(test, 'alone')
  answersBySkill(test, vitdet.imageFeatureExtraction)
})

describe('backbone', () => {
  const test = modelTest({ model: 'vitdet', task: 'backbone' })

  loadsAs(test, { architecture: 'VitDetBackbone', parameters: 32_728 })
  answers(test, { 'feature_maps.0': ['batch_size', 32, 4, 4] })
  shows(test, 'alone')
  answersBySkill(test, vitdet.backbone)
})
