// Made by vitest-hardware 0.1.0 from c5bc429df2775a22; do not edit, "vitest-hardware generate" writes it anew.
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
import { rocBert } from './roc_bert.skillset.ts'

describe('fill-mask', () => {
  const test = modelTest({ model: 'roc_bert' })

  loadsAs(test, { architecture: 'RoCBertForMaskedLM', parameters: 43_089 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, rocBert.fillMask)
  isMadeOf(test, {
    Add: 27,
    Cast: 1,
    Concat: 1,
    Div: 3,
    Erf: 3,
    Gather: 6,
    Identity: 1,
    LayerNormalization: 6,
    MatMul: 19,
    Mul: 9,
    Range: 1,
    Reshape: 8,
    Shape: 1,
    Softmax: 2,
    Sub: 1,
    Transpose: 11,
    Unsqueeze: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.1 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'roc_bert', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'RoCBertModel', parameters: 42_898 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, rocBert.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'roc_bert', task: 'text-classification' })

  loadsAs(test, { architecture: 'RoCBertForSequenceClassification', parameters: 42_997 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, rocBert.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'roc_bert', task: 'question-answering' })

  loadsAs(test, { architecture: 'RoCBertForQuestionAnswering', parameters: 41_908 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, rocBert.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'roc_bert', task: 'token-classification' })

  loadsAs(test, { architecture: 'RoCBertForTokenClassification', parameters: 41_940 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, rocBert.tokenClassification)
})

describe('text-encoding', () => {
  const test = modelTest({ model: 'roc_bert', task: 'text-encoding' })

  loadsAs(test, { architecture: 'RoCBertModel', parameters: 42_898 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, rocBert.textEncoding)
})
