// Made by vitest-hardware 0.1.0 from 48796c44cb0cc2e4; do not edit, "vitest-hardware generate" writes it anew.
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
import { doge } from './doge.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'doge' })

  loadsAs(test, { architecture: 'DogeForCausalLM', parameters: 31_150 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, doge.textGeneration)
  isMadeOf(test, {
    Add: 19,
    Cast: 2,
    Concat: 12,
    Div: 9,
    Exp: 2,
    Expand: 8,
    Gather: 7,
    Identity: 5,
    Less: 2,
    LessOrEqual: 1,
    MatMul: 21,
    Min: 2,
    Mul: 40,
    Neg: 4,
    Range: 2,
    ReduceMean: 9,
    Reshape: 16,
    ScatterElements: 2,
    Shape: 6,
    Sigmoid: 2,
    Softmax: 2,
    Softplus: 2,
    Split: 4,
    Sqrt: 9,
    Sub: 2,
    TopK: 2,
    Transpose: 14,
    Unsqueeze: 14,
    Where: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'doge', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'DogeModel', parameters: 27_054 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, doge.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'doge', task: 'text-classification' })

  loadsAs(test, { architecture: 'DogeForSequenceClassification', parameters: 27_150 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, doge.textClassification)
})
