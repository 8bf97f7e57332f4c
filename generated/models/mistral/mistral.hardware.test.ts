// Made by vitest-hardware 0.1.0 from 839a561d6c98c55b; do not edit, "vitest-hardware generate" writes it anew.
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
import { mistral } from './mistral.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'mistral' })

  loadsAs(test, { architecture: 'MistralForCausalLM', parameters: 30_912 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, mistral.textGeneration)
  isMadeOf(test, {
    Add: 15,
    Cast: 3,
    Concat: 10,
    Div: 5,
    Expand: 4,
    Gather: 5,
    Identity: 5,
    Less: 1,
    LessOrEqual: 1,
    MatMul: 19,
    Mul: 27,
    Neg: 4,
    Range: 2,
    ReduceMean: 5,
    Reshape: 12,
    Shape: 2,
    Sigmoid: 2,
    Softmax: 2,
    Split: 4,
    Sqrt: 5,
    Sub: 3,
    Transpose: 10,
    Unsqueeze: 8,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCausalLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'mistral', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'MistralModel', parameters: 26_817 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, mistral.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'mistral', task: 'text-classification' })

  loadsAs(test, { architecture: 'MistralForSequenceClassification', parameters: 26_913 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, mistral.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'mistral', task: 'question-answering' })

  loadsAs(test, { architecture: 'MistralForQuestionAnswering', parameters: 26_883 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, mistral.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'mistral', task: 'token-classification' })

  loadsAs(test, { architecture: 'MistralForTokenClassification', parameters: 26_916 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, mistral.tokenClassification)
})
