// Made by vitest-hardware 0.1.0 from e1067173b59ec9d4; do not edit, "vitest-hardware generate" writes it anew.
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
import { dpr } from './dpr.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'dpr' })

  loadsAs(test, { architecture: 'DPRQuestionEncoder', parameters: 37_714 })
  answers(test, { pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, dpr.featureExtraction)
  isMadeOf(test, {
    Add: 23,
    Cast: 1,
    Div: 2,
    Erf: 2,
    Gather: 4,
    Identity: 1,
    LayerNormalization: 5,
    MatMul: 16,
    Mul: 7,
    Range: 1,
    Reshape: 8,
    Shape: 1,
    Slice: 1,
    Softmax: 2,
    Squeeze: 1,
    Sub: 1,
    Transpose: 10,
    Unsqueeze: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
