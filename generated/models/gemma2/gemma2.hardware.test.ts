// Made by vitest-hardware 0.1.0 from 12abdf0abd02907c; do not edit, "vitest-hardware generate" writes it anew.
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
import { gemma2 } from './gemma2.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'gemma2' })

  loadsAs(test, { architecture: 'Gemma2ForCausalLM', parameters: 37_190 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, gemma2.textGeneration)
  isMadeOf(test, {
    Add: 32,
    Cast: 5,
    Concat: 10,
    Div: 12,
    Expand: 4,
    Gather: 7,
    Identity: 5,
    Less: 1,
    LessOrEqual: 2,
    MatMul: 19,
    Mul: 51,
    Neg: 4,
    Range: 4,
    ReduceMean: 9,
    Reshape: 12,
    Shape: 4,
    Softmax: 2,
    Split: 4,
    Sqrt: 9,
    Sub: 5,
    Tanh: 5,
    Transpose: 11,
    Unsqueeze: 10,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCausalLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'gemma2', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Gemma2Model', parameters: 37_190 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, gemma2.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'gemma2', task: 'text-classification' })

  loadsAs(test, { architecture: 'Gemma2ForSequenceClassification', parameters: 37_286 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, gemma2.textClassification)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'gemma2', task: 'token-classification' })

  loadsAs(test, { architecture: 'Gemma2ForTokenClassification', parameters: 37_289 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, gemma2.tokenClassification)
})
