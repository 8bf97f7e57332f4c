// Made by vitest-hardware 0.1.0 from de3a2565f3a8f44e; do not edit, "vitest-hardware generate" writes it anew.
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
import { bridgetower } from './bridgetower.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'bridgetower' })

  loadsAs(test, { architecture: 'BridgeTowerModel', parameters: 120_311 })
  answers(test, {
    text_features: ['batch_size', 'sequence_length', 32],
    image_features: ['batch_size', 17, 32],
    pooler_output: ['batch_size', 64],
  })
  shows(test, 'alone')
  answersBySkill(test, bridgetower.featureExtraction)
  isMadeOf(test, {
    Add: 124,
    Cast: 1,
    Concat: 3,
    Conv: 1,
    CumSum: 1,
    Div: 7,
    Erf: 7,
    Expand: 1,
    Gather: 10,
    Identity: 3,
    LayerNormalization: 32,
    MatMul: 104,
    Mul: 36,
    Reshape: 57,
    Shape: 1,
    Sigmoid: 3,
    Softmax: 14,
    Split: 3,
    Sub: 1,
    Tanh: 2,
    Transpose: 71,
    Unsqueeze: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
