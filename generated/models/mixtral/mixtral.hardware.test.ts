// Made by vitest-hardware 0.1.0 from 371387bf36744737; do not edit, "vitest-hardware generate" writes it anew.
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
import { mixtral } from './mixtral.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'mixtral' })

  loadsAs(test, { architecture: 'MixtralForCausalLM', parameters: 68_032 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, mixtral.textGeneration)
  isMadeOf(test, {
    Add: 21,
    Cast: 2,
    Concat: 10,
    Div: 7,
    Expand: 4,
    Gather: 5,
    Identity: 5,
    LessOrEqual: 1,
    MatMul: 39,
    Mul: 48,
    Neg: 4,
    Range: 2,
    ReduceMean: 5,
    ReduceSum: 2,
    Reshape: 12,
    ScatterElements: 2,
    Shape: 2,
    Sigmoid: 8,
    Softmax: 4,
    Split: 6,
    Sqrt: 5,
    Sub: 2,
    TopK: 2,
    Transpose: 10,
    Unsqueeze: 8,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'mixtral', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'MixtralModel', parameters: 63_937 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, mixtral.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'mixtral', task: 'text-classification' })

  loadsAs(test, { architecture: 'MixtralForSequenceClassification', parameters: 64_033 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, mixtral.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'mixtral', task: 'question-answering' })

  loadsAs(test, { architecture: 'MixtralForQuestionAnswering', parameters: 64_003 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, mixtral.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'mixtral', task: 'token-classification' })

  loadsAs(test, { architecture: 'MixtralForTokenClassification', parameters: 64_036 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, mixtral.tokenClassification)
})
