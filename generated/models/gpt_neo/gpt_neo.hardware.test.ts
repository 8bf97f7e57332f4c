// Made by vitest-hardware 0.1.0 from 791786e3f182c979; do not edit, "vitest-hardware generate" writes it anew.
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
import { gptNeo } from './gpt_neo.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'gpt_neo' })

  loadsAs(test, { architecture: 'GPTNeoForCausalLM', parameters: 45_778 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, gptNeo.textGeneration)
  isMadeOf(test, {
    Add: 17,
    Cast: 5,
    Concat: 4,
    Gather: 6,
    Identity: 5,
    LayerNormalization: 5,
    Less: 1,
    LessOrEqual: 2,
    MatMul: 17,
    Mul: 17,
    Range: 4,
    Reshape: 8,
    Shape: 4,
    Softmax: 2,
    Sub: 5,
    Tanh: 2,
    Transpose: 11,
    Unsqueeze: 4,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCausalLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'gpt_neo', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'GPTNeoModel', parameters: 45_779 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, gptNeo.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'gpt_neo', task: 'text-classification' })

  loadsAs(test, { architecture: 'GPTNeoForSequenceClassification', parameters: 45_875 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, gptNeo.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'gpt_neo', task: 'question-answering' })

  loadsAs(test, { architecture: 'GPTNeoForQuestionAnswering', parameters: 45_846 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, gptNeo.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'gpt_neo', task: 'token-classification' })

  loadsAs(test, { architecture: 'GPTNeoForTokenClassification', parameters: 45_878 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, gptNeo.tokenClassification)
})
