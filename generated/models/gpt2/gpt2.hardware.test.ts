// Made by vitest-hardware 0.1.0 from fafb5b7e18808a44; do not edit, "vitest-hardware generate" writes it anew.
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
import { gpt2 } from './gpt2.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'gpt2' })

  loadsAs(test, { architecture: 'GPT2LMHeadModel', parameters: 45_973 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, gpt2.textGeneration)
  isMadeOf(test, {
    Add: 19,
    Cast: 2,
    Concat: 4,
    Gather: 4,
    Identity: 5,
    LayerNormalization: 5,
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
  loadsFromPretrained(test, { autoClass: 'AutoModelForCausalLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'gpt2', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'GPT2Model', parameters: 45_974 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, gpt2.featureExtraction)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'gpt2', task: 'pretraining' })

  loadsAs(test, { architecture: 'GPT2LMHeadModel', parameters: 45_973 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, gpt2.pretraining)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'gpt2', task: 'text-classification' })

  loadsAs(test, { architecture: 'GPT2ForSequenceClassification', parameters: 46_070 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, gpt2.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'gpt2', task: 'question-answering' })

  loadsAs(test, { architecture: 'GPT2ForQuestionAnswering', parameters: 46_041 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, gpt2.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'gpt2', task: 'token-classification' })

  loadsAs(test, { architecture: 'GPT2ForTokenClassification', parameters: 46_073 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, gpt2.tokenClassification)
})
