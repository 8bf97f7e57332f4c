// Made by vitest-hardware 0.1.0 from 9e73880b23a3ac3b; do not edit, "vitest-hardware generate" writes it anew.
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
import { bros } from './bros.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'bros' })

  loadsAs(test, { architecture: 'BrosModel', parameters: 38_907 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, bros.featureExtraction)
  isMadeOf(test, {
    Add: 28,
    Cast: 2,
    Concat: 1,
    Cos: 1,
    Div: 2,
    Erf: 2,
    Gather: 4,
    Identity: 2,
    LayerNormalization: 5,
    MatMul: 22,
    Mul: 11,
    Range: 1,
    Reshape: 11,
    Shape: 1,
    Sin: 1,
    Slice: 1,
    Softmax: 2,
    Squeeze: 1,
    Sub: 2,
    Tanh: 1,
    Transpose: 14,
    Unsqueeze: 5,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'bros', task: 'token-classification' })

  loadsAs(test, { architecture: 'BrosForTokenClassification', parameters: 37_950 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, bros.tokenClassification)
})
