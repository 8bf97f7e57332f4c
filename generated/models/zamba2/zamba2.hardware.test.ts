// Made by vitest-hardware 0.1.0 from 94d9199c1886e5c6; do not edit, "vitest-hardware generate" writes it anew.
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
import { zamba2 } from './zamba2.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'zamba2' })

  loadsAs(test, { architecture: 'Zamba2ForCausalLM', parameters: 49_954 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, zamba2.textGeneration)
  isMadeOf(test, {
    Add: 28,
    Cast: 8,
    Concat: 2,
    Conv: 3,
    CumSum: 4,
    Div: 13,
    Erf: 2,
    Exp: 6,
    Expand: 6,
    Gather: 3,
    Identity: 1,
    LessOrEqual: 1,
    MatMul: 35,
    Max: 1,
    Min: 3,
    Mul: 59,
    Neg: 3,
    Range: 2,
    ReduceMean: 11,
    Reshape: 32,
    Shape: 2,
    Sigmoid: 6,
    Softmax: 2,
    Softplus: 3,
    Split: 8,
    Sqrt: 11,
    Sub: 6,
    Transpose: 38,
    Trilu: 3,
    Unsqueeze: 26,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.2 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'zamba2', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Zamba2Model', parameters: 49_954 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, zamba2.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'zamba2', task: 'text-classification' })

  loadsAs(test, { architecture: 'Zamba2ForSequenceClassification', parameters: 50_050 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, zamba2.textClassification)
})
