// Made by vitest-hardware 0.1.0 from 9d6f5c006a8025a7; do not edit, "vitest-hardware generate" writes it anew.
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
import { tvlt } from './tvlt.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'tvlt' })

  loadsAs(test, { architecture: 'TvltModel', parameters: 44_546 })
  answers(test, { last_hidden_state: ['batch_size', 25, 32] })
  shows(test, 'alone')
  answersBySkill(test, tvlt.featureExtraction)
  isMadeOf(test, {
    Add: 24,
    Concat: 3,
    Conv: 2,
    Div: 2,
    Erf: 2,
    Expand: 1,
    Gather: 1,
    Identity: 1,
    LayerNormalization: 5,
    MatMul: 16,
    Mul: 6,
    Reshape: 14,
    Shape: 1,
    Slice: 1,
    Softmax: 2,
    Transpose: 12,
    Unsqueeze: 5,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
