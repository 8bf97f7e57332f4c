// Made by vitest-hardware 0.1.0 from 9888b7d910909802; do not edit, "vitest-hardware generate" writes it anew.
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
import { persimmon } from './persimmon.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'persimmon' })

  loadsAs(test, { architecture: 'PersimmonForCausalLM', parameters: 35_801 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, persimmon.textGeneration)
  isMadeOf(test, {
    Add: 18,
    Cast: 2,
    Concat: 14,
    Gather: 5,
    Identity: 5,
    LayerNormalization: 9,
    LessOrEqual: 1,
    MatMul: 13,
    Mul: 14,
    Neg: 4,
    Range: 2,
    Relu: 2,
    Reshape: 10,
    Shape: 2,
    Softmax: 2,
    Split: 10,
    Sub: 2,
    Transpose: 10,
    Unsqueeze: 4,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'persimmon', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'PersimmonModel', parameters: 31_706 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, persimmon.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'persimmon', task: 'text-classification' })

  loadsAs(test, { architecture: 'PersimmonForSequenceClassification', parameters: 31_802 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, persimmon.textClassification)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'persimmon', task: 'token-classification' })

  loadsAs(test, { architecture: 'PersimmonForTokenClassification', parameters: 31_805 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, persimmon.tokenClassification)
})
