// Made by vitest-hardware 0.1.0 from 69ce5e0a5fee30b0; do not edit, "vitest-hardware generate" writes it anew.
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
import { qdqbert } from './qdqbert.skillset.ts'

describe('fill-mask', () => {
  const test = modelTest({ model: 'qdqbert' })

  loadsAs(test, { architecture: 'QDQBertForMaskedLM', parameters: 38_974 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, qdqbert.fillMask)
  isMadeOf(test, {
    Add: 26,
    Cast: 1,
    DequantizeLinear: 12,
    Div: 3,
    Erf: 3,
    Gather: 4,
    Identity: 1,
    LayerNormalization: 6,
    MatMul: 18,
    Mul: 9,
    QuantizeLinear: 12,
    Range: 1,
    Reshape: 8,
    Shape: 1,
    Softmax: 2,
    Sub: 1,
    Transpose: 11,
    Unsqueeze: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: null })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'qdqbert', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'QDQBertModel', parameters: 38_783 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, qdqbert.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'qdqbert', task: 'text-classification' })

  loadsAs(test, { architecture: 'QDQBertForSequenceClassification', parameters: 38_882 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, qdqbert.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'qdqbert', task: 'question-answering' })

  loadsAs(test, { architecture: 'QDQBertForQuestionAnswering', parameters: 37_793 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, qdqbert.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'qdqbert', task: 'token-classification' })

  loadsAs(test, { architecture: 'QDQBertForTokenClassification', parameters: 37_825 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, qdqbert.tokenClassification)
})

describe('multiple-choice', () => {
  const test = modelTest({ model: 'qdqbert', task: 'multiple-choice' })

  loadsAs(test, { architecture: 'QDQBertForMultipleChoice', parameters: 38_817 })
  answers(test, { logits: ['batch_size', 'num_choices'] })
  shows(test, 'alone')
  answersBySkill(test, qdqbert.multipleChoice)
})

describe('text-generation', () => {
  const test = modelTest({ model: 'qdqbert', task: 'text-generation' })

  loadsAs(test, { architecture: 'QDQBertLMHeadModel', parameters: 38_975 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, qdqbert.textGeneration)
})

describe('next-sentence-prediction', () => {
  const test = modelTest({ model: 'qdqbert', task: 'next-sentence-prediction' })

  loadsAs(test, { architecture: 'QDQBertForNextSentencePrediction', parameters: 38_849 })
  answers(test, { logits: ['batch_size', 2] })
  shows(test, 'alone')
  answersBySkill(test, qdqbert.nextSentencePrediction)
})
