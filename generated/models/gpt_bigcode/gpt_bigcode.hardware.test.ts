// Made by vitest-hardware 0.1.0 from 3eb497636b2192d0; do not edit, "vitest-hardware generate" writes it anew.
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
import { gptBigcode } from './gpt_bigcode.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'gpt_bigcode' })

  loadsAs(test, { architecture: 'GPTBigCodeForCausalLM', parameters: 42_819 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, gptBigcode.textGeneration)
  isMadeOf(test, {
    Add: 19,
    Cast: 2,
    Concat: 4,
    Expand: 4,
    Gather: 4,
    Identity: 5,
    LayerNormalization: 5,
    LessOrEqual: 1,
    MatMul: 13,
    Mul: 16,
    Range: 2,
    Reshape: 12,
    Shape: 2,
    Softmax: 2,
    Split: 2,
    Sub: 2,
    Tanh: 2,
    Transpose: 11,
    Unsqueeze: 6,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'gpt_bigcode', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'GPTBigCodeModel', parameters: 42_820 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, gptBigcode.featureExtraction)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'gpt_bigcode', task: 'pretraining' })

  loadsAs(test, { architecture: 'GPTBigCodeForCausalLM', parameters: 42_819 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, gptBigcode.pretraining)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'gpt_bigcode', task: 'text-classification' })

  loadsAs(test, { architecture: 'GPTBigCodeForSequenceClassification', parameters: 42_916 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, gptBigcode.textClassification)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'gpt_bigcode', task: 'token-classification' })

  loadsAs(test, { architecture: 'GPTBigCodeForTokenClassification', parameters: 42_919 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, gptBigcode.tokenClassification)
})
