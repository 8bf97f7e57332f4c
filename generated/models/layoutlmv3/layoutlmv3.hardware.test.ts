// Made by vitest-hardware 0.1.0 from 3b0a66fdd95d6f31; do not edit, "vitest-hardware generate" writes it anew.
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
import { layoutlmv3 } from './layoutlmv3.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'layoutlmv3' })

  loadsAs(test, { architecture: 'LayoutLMv3Model', parameters: 52_733 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length + 17', 32] })
  shows(test, 'alone')
  answersBySkill(test, layoutlmv3.featureExtraction)
  isMadeOf(test, {
    Add: 33,
    Cast: 2,
    Clip: 5,
    Concat: 9,
    Conv: 1,
    CumSum: 1,
    Div: 2,
    Equal: 1,
    Erf: 2,
    Expand: 3,
    Gather: 25,
    Identity: 1,
    LayerNormalization: 7,
    MatMul: 16,
    Mul: 9,
    Not: 1,
    Range: 1,
    Reshape: 10,
    Shape: 4,
    Softmax: 2,
    Sub: 6,
    Transpose: 14,
    Unsqueeze: 12,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'layoutlmv3', task: 'text-classification' })

  loadsAs(test, { architecture: 'LayoutLMv3ForSequenceClassification', parameters: 53_888 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, layoutlmv3.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'layoutlmv3', task: 'question-answering' })

  loadsAs(test, { architecture: 'LayoutLMv3ForQuestionAnswering', parameters: 53_857 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, layoutlmv3.questionAnswering)
})

describe('document-question-answering', () => {
  const test = modelTest({ model: 'layoutlmv3', task: 'document-question-answering' })

  loadsAs(test, { architecture: 'LayoutLMv3ForQuestionAnswering', parameters: 53_857 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, layoutlmv3.documentQuestionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'layoutlmv3', task: 'token-classification' })

  loadsAs(test, { architecture: 'LayoutLMv3ForTokenClassification', parameters: 52_833 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone')
  answersBySkill(test, layoutlmv3.tokenClassification)
})
