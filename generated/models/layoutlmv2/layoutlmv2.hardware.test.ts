// Made by vitest-hardware 0.1.0 from 4f098aa8d2b3cfe6; do not edit, "vitest-hardware generate" writes it anew.
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
import { layoutlmv2 } from './layoutlmv2.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'layoutlmv2' })

  loadsAs(test, { architecture: 'LayoutLMv2Model', parameters: 59_182 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length + 4', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, layoutlmv2.featureExtraction)
  isMadeOf(test, {
    Add: 42,
    AveragePool: 1,
    BatchNormalization: 17,
    Cast: 1,
    Clip: 7,
    Concat: 8,
    Conv: 22,
    Div: 3,
    Erf: 2,
    Expand: 2,
    Gather: 37,
    Identity: 2,
    LayerNormalization: 6,
    MatMul: 14,
    MaxPool: 1,
    Mul: 7,
    Range: 2,
    Relu: 13,
    Reshape: 11,
    Resize: 3,
    Shape: 4,
    Softmax: 2,
    Split: 2,
    Sub: 9,
    Tanh: 1,
    Transpose: 14,
    Unsqueeze: 11,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'layoutlmv2', task: 'text-classification' })

  loadsAs(test, { architecture: 'LayoutLMv2ForSequenceClassification', parameters: 58_419 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, layoutlmv2.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'layoutlmv2', task: 'question-answering' })

  loadsAs(test, { architecture: 'LayoutLMv2ForQuestionAnswering', parameters: 58_194 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, layoutlmv2.questionAnswering)
})

describe('document-question-answering', () => {
  const test = modelTest({ model: 'layoutlmv2', task: 'document-question-answering' })

  loadsAs(test, { architecture: 'LayoutLMv2ForQuestionAnswering', parameters: 58_194 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, layoutlmv2.documentQuestionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'layoutlmv2', task: 'token-classification' })

  loadsAs(test, { architecture: 'LayoutLMv2ForTokenClassification', parameters: 58_226 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone')
  answersBySkill(test, layoutlmv2.tokenClassification)
})
