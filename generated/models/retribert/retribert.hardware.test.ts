// Made by vitest-hardware 0.1.0 from b38eed64274df53f; do not edit, "vitest-hardware generate" writes it anew.
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
import { retribert } from './retribert.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'retribert' })

  loadsAs(test, { architecture: 'RetriBertModel', parameters: 39_282 })
  answers(test, { embedding: ['batch_size', 16] })
  shows(test, 'alone')
  answersBySkill(test, retribert.featureExtraction)
  isMadeOf(test, {
    Add: 24,
    Cast: 1,
    Div: 2,
    Erf: 2,
    Gather: 4,
    Identity: 1,
    LayerNormalization: 5,
    MatMul: 18,
    Mul: 7,
    Range: 1,
    Reshape: 8,
    Shape: 1,
    Slice: 1,
    Softmax: 2,
    Squeeze: 1,
    Sub: 1,
    Tanh: 1,
    Transpose: 10,
    Unsqueeze: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.002 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
