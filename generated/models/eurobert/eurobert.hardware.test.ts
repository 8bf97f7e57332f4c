// Made by vitest-hardware 0.1.0 from 28fd5caa0074c5ea; do not edit, "vitest-hardware generate" writes it anew.
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
import { eurobert } from './eurobert.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'eurobert' })

  loadsAs(test, { architecture: 'EuroBertModel', parameters: 26_816 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, eurobert.featureExtraction)
  isMadeOf(test, {
    Add: 16,
    Cast: 1,
    Concat: 6,
    Div: 5,
    Expand: 4,
    Gather: 4,
    Identity: 1,
    MatMul: 18,
    Mul: 25,
    Neg: 4,
    Range: 1,
    ReduceMean: 5,
    Reshape: 12,
    Shape: 1,
    Sigmoid: 2,
    Softmax: 2,
    Split: 4,
    Sqrt: 5,
    Sub: 1,
    Transpose: 10,
    Unsqueeze: 8,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
