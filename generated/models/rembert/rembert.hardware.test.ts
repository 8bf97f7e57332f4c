// Made by vitest-hardware 0.1.0 from c4ad55be350aeeb8; do not edit, "vitest-hardware generate" writes it anew.
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
import { rembert } from './rembert.skillset.ts'

describe('fill-mask', () => {
  const test = modelTest({ model: 'rembert' })

  loadsAs(test, { architecture: 'RemBertForMaskedLM', parameters: 35_905 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, rembert.fillMask)
  isMadeOf(test, {
    Add: 27,
    Cast: 1,
    Div: 3,
    Erf: 3,
    Gather: 4,
    Identity: 1,
    LayerNormalization: 6,
    MatMul: 19,
    Mul: 9,
    Range: 1,
    Reshape: 8,
    Shape: 1,
    Softmax: 2,
    Sub: 1,
    Transpose: 10,
    Unsqueeze: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'rembert', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'RemBertModel', parameters: 29_010 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, rembert.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'rembert', task: 'text-classification' })

  loadsAs(test, { architecture: 'RemBertForSequenceClassification', parameters: 29_109 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, rembert.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'rembert', task: 'question-answering' })

  loadsAs(test, { architecture: 'RemBertForQuestionAnswering', parameters: 28_020 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, rembert.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'rembert', task: 'token-classification' })

  loadsAs(test, { architecture: 'RemBertForTokenClassification', parameters: 28_052 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, rembert.tokenClassification)
})

describe('multiple-choice', () => {
  const test = modelTest({ model: 'rembert', task: 'multiple-choice' })

  loadsAs(test, { architecture: 'RemBertForMultipleChoice', parameters: 29_044 })
  answers(test, { logits: ['batch_size', 'num_choices'] })
  shows(test, 'alone')
  answersBySkill(test, rembert.multipleChoice)
})

describe('text-generation', () => {
  const test = modelTest({ model: 'rembert', task: 'text-generation' })

  loadsAs(test, { architecture: 'RemBertForCausalLM', parameters: 35_906 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, rembert.textGeneration)
})

describe('text-encoding', () => {
  const test = modelTest({ model: 'rembert', task: 'text-encoding' })

  loadsAs(test, { architecture: 'RemBertModel', parameters: 29_010 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, rembert.textEncoding)
})
