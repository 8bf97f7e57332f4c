// Made by vitest-hardware 0.1.0 from f0791d03bc09071c; do not edit, "vitest-hardware generate" writes it anew.
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
import { glm } from './glm.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'glm' })

  loadsAs(test, { architecture: 'GlmForCausalLM', parameters: 41_415 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, glm.textGeneration)
  isMadeOf(test, {
    Add: 21,
    Cast: 2,
    Concat: 12,
    Div: 5,
    Expand: 4,
    Gather: 5,
    Identity: 5,
    LessOrEqual: 1,
    MatMul: 17,
    Mul: 26,
    Neg: 4,
    Range: 2,
    ReduceMean: 5,
    Reshape: 16,
    Shape: 2,
    Sigmoid: 2,
    Slice: 8,
    Softmax: 2,
    Split: 6,
    Sqrt: 5,
    Sub: 2,
    Transpose: 10,
    Unsqueeze: 16,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCausalLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'glm', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'GlmModel', parameters: 37_319 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, glm.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'glm', task: 'text-classification' })

  loadsAs(test, { architecture: 'GlmForSequenceClassification', parameters: 37_415 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, glm.textClassification)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'glm', task: 'token-classification' })

  loadsAs(test, { architecture: 'GlmForTokenClassification', parameters: 37_418 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, glm.tokenClassification)
})
