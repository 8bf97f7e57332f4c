// Made by vitest-hardware 0.1.0 from e571efd23e9f2dc9; do not edit, "vitest-hardware generate" writes it anew.
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
import { gemma } from './gemma.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'gemma' })

  loadsAs(test, { architecture: 'GemmaForCausalLM', parameters: 35_011 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, gemma.textGeneration)
  isMadeOf(test, {
    Add: 24,
    Cast: 2,
    Concat: 10,
    Div: 5,
    Expand: 4,
    Gather: 5,
    Identity: 5,
    LessOrEqual: 1,
    MatMul: 19,
    Mul: 37,
    Neg: 4,
    Range: 2,
    ReduceMean: 5,
    Reshape: 12,
    Shape: 2,
    Softmax: 2,
    Split: 4,
    Sqrt: 5,
    Sub: 2,
    Tanh: 2,
    Transpose: 11,
    Unsqueeze: 8,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCausalLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'gemma', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'GemmaModel', parameters: 35_012 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, gemma.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'gemma', task: 'text-classification' })

  loadsAs(test, { architecture: 'GemmaForSequenceClassification', parameters: 35_108 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, gemma.textClassification)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'gemma', task: 'token-classification' })

  loadsAs(test, { architecture: 'GemmaForTokenClassification', parameters: 35_111 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, gemma.tokenClassification)
})
