// Made by vitest-hardware 0.1.0 from 1a28e5a64eb78c81; do not edit, "vitest-hardware generate" writes it anew.
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
import { gptSw3 } from './gpt-sw3.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'gpt-sw3' })

  loadsAs(test, { architecture: 'GPT2LMHeadModel', parameters: 45_972 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, gptSw3.textGeneration)
  isMadeOf(test, {
    Add: 17,
    Cast: 2,
    Concat: 4,
    Div: 2,
    Erf: 2,
    Gather: 4,
    Identity: 5,
    LayerNormalization: 5,
    LessOrEqual: 1,
    MatMul: 13,
    Mul: 8,
    Range: 2,
    Reshape: 8,
    Shape: 2,
    Softmax: 2,
    Split: 2,
    Sub: 2,
    Transpose: 11,
    Unsqueeze: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'gpt-sw3', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'GPT2Model', parameters: 45_973 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, gptSw3.featureExtraction)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'gpt-sw3', task: 'pretraining' })

  loadsAs(test, { architecture: 'GPT2LMHeadModel', parameters: 45_972 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, gptSw3.pretraining)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'gpt-sw3', task: 'text-classification' })

  loadsAs(test, { architecture: 'GPT2ForSequenceClassification', parameters: 46_069 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, gptSw3.textClassification)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'gpt-sw3', task: 'token-classification' })

  loadsAs(test, { architecture: 'GPT2ForTokenClassification', parameters: 46_072 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, gptSw3.tokenClassification)
})
