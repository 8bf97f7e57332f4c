// Made by vitest-hardware 0.1.0 from 548535d2fa37af00; do not edit, "vitest-hardware generate" writes it anew.
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
import { apertus } from './apertus.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'apertus' })

  loadsAs(test, { architecture: 'ApertusForCausalLM', parameters: 26_855 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, apertus.textGeneration)
  isMadeOf(test, {
    Add: 23,
    Cast: 2,
    Concat: 10,
    Div: 9,
    Exp: 2,
    Expand: 4,
    Gather: 5,
    Greater: 2,
    Identity: 5,
    LessOrEqual: 1,
    MatMul: 17,
    Min: 2,
    Mul: 38,
    Neg: 4,
    Range: 2,
    ReduceMean: 9,
    Reshape: 12,
    Shape: 2,
    Softmax: 2,
    Softplus: 4,
    Split: 4,
    Sqrt: 9,
    Sub: 6,
    Transpose: 10,
    Unsqueeze: 8,
    Where: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCausalLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'apertus', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'ApertusModel', parameters: 22_760 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, apertus.featureExtraction)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'apertus', task: 'token-classification' })

  loadsAs(test, { architecture: 'ApertusForTokenClassification', parameters: 22_859 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, apertus.tokenClassification)
})
