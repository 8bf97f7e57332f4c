// Made by vitest-hardware 0.1.0 from a6f1c308bfe6869b; do not edit, "vitest-hardware generate" writes it anew.
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
import { ministral } from './ministral.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'ministral' })

  loadsAs(test, { architecture: 'MinistralForCausalLM', parameters: 41_152 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, ministral.textGeneration)
  isMadeOf(test, {
    Add: 15,
    Cast: 5,
    Concat: 10,
    Div: 5,
    Expand: 4,
    Gather: 7,
    Identity: 5,
    Less: 1,
    LessOrEqual: 2,
    MatMul: 19,
    Mul: 29,
    Neg: 4,
    Range: 4,
    ReduceMean: 5,
    Reshape: 12,
    Shape: 4,
    Sigmoid: 2,
    Softmax: 2,
    Split: 4,
    Sqrt: 5,
    Sub: 5,
    Transpose: 10,
    Unsqueeze: 10,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCausalLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'ministral', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'MinistralModel', parameters: 37_057 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, ministral.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'ministral', task: 'text-classification' })

  loadsAs(test, { architecture: 'MinistralForSequenceClassification', parameters: 37_153 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, ministral.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'ministral', task: 'question-answering' })

  loadsAs(test, { architecture: 'MinistralForQuestionAnswering', parameters: 37_123 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, ministral.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'ministral', task: 'token-classification' })

  loadsAs(test, { architecture: 'MinistralForTokenClassification', parameters: 37_156 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, ministral.tokenClassification)
})
