// Made by vitest-hardware 0.1.0 from c1d500338eb1125d; do not edit, "vitest-hardware generate" writes it anew.
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
import { splinter } from './splinter.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'splinter' })

  loadsAs(test, { architecture: 'SplinterModel', parameters: 38_770 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, splinter.featureExtraction)
  isMadeOf(test, {
    Add: 24,
    Cast: 1,
    Div: 2,
    Erf: 2,
    Gather: 4,
    Identity: 2,
    LayerNormalization: 5,
    MatMul: 17,
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
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
