// Made by vitest-hardware 0.1.0 from b9e638c8ac27d480; do not edit, "vitest-hardware generate" writes it anew.
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
import { starcoder2 } from './starcoder2.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'starcoder2' })

  loadsAs(test, { architecture: 'Starcoder2ForCausalLM', parameters: 31_585 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, starcoder2.textGeneration)
  isMadeOf(test, {
    Add: 26,
    Cast: 3,
    Concat: 10,
    Expand: 4,
    Gather: 5,
    Identity: 5,
    LayerNormalization: 5,
    Less: 1,
    LessOrEqual: 1,
    MatMul: 17,
    Mul: 25,
    Neg: 4,
    Range: 2,
    Reshape: 12,
    Shape: 2,
    Softmax: 2,
    Split: 4,
    Sub: 3,
    Tanh: 2,
    Transpose: 11,
    Unsqueeze: 8,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCausalLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'starcoder2', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Starcoder2Model', parameters: 31_586 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, starcoder2.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'starcoder2', task: 'text-classification' })

  loadsAs(test, { architecture: 'Starcoder2ForSequenceClassification', parameters: 31_682 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, starcoder2.textClassification)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'starcoder2', task: 'token-classification' })

  loadsAs(test, { architecture: 'Starcoder2ForTokenClassification', parameters: 31_685 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, starcoder2.tokenClassification)
})
