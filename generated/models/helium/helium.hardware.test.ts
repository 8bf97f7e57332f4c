// Made by vitest-hardware 0.1.0 from a9e3c350365f9233; do not edit, "vitest-hardware generate" writes it anew.
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
import { helium } from './helium.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'helium' })

  loadsAs(test, { architecture: 'HeliumForCausalLM', parameters: 37_048 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, helium.textGeneration)
  isMadeOf(test, {
    Add: 15,
    Cast: 2,
    Concat: 8,
    Div: 5,
    Gather: 5,
    Identity: 5,
    LessOrEqual: 1,
    MatMul: 19,
    Mul: 26,
    Neg: 4,
    Range: 2,
    ReduceMean: 5,
    Reshape: 12,
    Shape: 2,
    Sigmoid: 2,
    Slice: 8,
    Softmax: 2,
    Sqrt: 5,
    Sub: 2,
    Transpose: 10,
    Unsqueeze: 12,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCausalLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'helium', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'HeliumModel', parameters: 32_952 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, helium.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'helium', task: 'text-classification' })

  loadsAs(test, { architecture: 'HeliumForSequenceClassification', parameters: 33_048 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, helium.textClassification)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'helium', task: 'token-classification' })

  loadsAs(test, { architecture: 'HeliumForTokenClassification', parameters: 33_051 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, helium.tokenClassification)
})
