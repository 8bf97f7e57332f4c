// Made by vitest-hardware 0.1.0 from 06a80d292bbcdeab; do not edit, "vitest-hardware generate" writes it anew.
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
import { pixio } from './pixio.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'pixio' })

  loadsAs(test, { architecture: 'PixioModel', parameters: 50_740 })
  answers(test, { last_hidden_state: ['batch_size', 12, 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, pixio.featureExtraction)
  isMadeOf(test, {
    Add: 19,
    Concat: 2,
    Conv: 1,
    Div: 2,
    Erf: 2,
    Expand: 1,
    Gather: 1,
    Identity: 2,
    LayerNormalization: 5,
    MatMul: 16,
    Mul: 6,
    ReduceMean: 1,
    Reshape: 9,
    Shape: 1,
    Slice: 1,
    Softmax: 2,
    Transpose: 11,
    Unsqueeze: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'pixio', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'PixioModel', parameters: 50_740 })
  answers(test, { last_hidden_state: ['batch_size', 12, 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, pixio.imageFeatureExtraction)
})

describe('backbone', () => {
  const test = modelTest({ model: 'pixio', task: 'backbone' })

  loadsAs(test, { architecture: 'PixioBackbone', parameters: 50_745 })
  answers(test, { 'feature_maps.0': ['batch_size', 32, 2, 2], 'feature_maps.1': ['batch_size', 32, 2, 2] })
  shows(test, 'alone')
  answersBySkill(test, pixio.backbone)
})
