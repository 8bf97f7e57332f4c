// Made by vitest-hardware 0.1.0 from cd0c97c58798fa62; do not edit, "vitest-hardware generate" writes it anew.
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
import { openaiGpt } from './openai-gpt.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'openai-gpt' })

  loadsAs(test, { architecture: 'OpenAIGPTLMHeadModel', parameters: 45_909 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, openaiGpt.textGeneration)
  isMadeOf(test, {
    Add: 19,
    Cast: 2,
    Gather: 4,
    Identity: 1,
    LayerNormalization: 4,
    LessOrEqual: 1,
    MatMul: 13,
    Mul: 16,
    Range: 2,
    Reshape: 8,
    Shape: 2,
    Softmax: 2,
    Split: 2,
    Sub: 2,
    Tanh: 2,
    Transpose: 11,
    Unsqueeze: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'openai-gpt', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'OpenAIGPTModel', parameters: 45_910 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, openaiGpt.featureExtraction)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'openai-gpt', task: 'pretraining' })

  loadsAs(test, { architecture: 'OpenAIGPTLMHeadModel', parameters: 45_909 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, openaiGpt.pretraining)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'openai-gpt', task: 'text-classification' })

  loadsAs(test, { architecture: 'OpenAIGPTForSequenceClassification', parameters: 46_006 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, openaiGpt.textClassification)
})
