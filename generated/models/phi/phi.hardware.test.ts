// Made by vitest-hardware 0.1.0 from 701dd7b0c393d5b6; do not edit, "vitest-hardware generate" writes it anew.
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
import { phi } from './phi.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'phi' })

  loadsAs(test, { architecture: 'PhiForCausalLM', parameters: 35_732 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, phi.textGeneration)
  isMadeOf(test, {
    Add: 27,
    Cast: 2,
    Concat: 14,
    Gather: 5,
    Identity: 5,
    LayerNormalization: 3,
    LessOrEqual: 1,
    MatMul: 17,
    Mul: 24,
    Neg: 4,
    Range: 2,
    Reshape: 8,
    Shape: 2,
    Softmax: 2,
    Split: 8,
    Sub: 2,
    Tanh: 2,
    Transpose: 10,
    Unsqueeze: 4,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCausalLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'phi', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'PhiModel', parameters: 31_509 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, phi.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'phi', task: 'text-classification' })

  loadsAs(test, { architecture: 'PhiForSequenceClassification', parameters: 31_605 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, phi.textClassification)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'phi', task: 'token-classification' })

  loadsAs(test, { architecture: 'PhiForTokenClassification', parameters: 31_608 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, phi.tokenClassification)
})
