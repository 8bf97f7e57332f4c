// Made by vitest-hardware 0.1.0 from 36bd6ca32a996270; do not edit, "vitest-hardware generate" writes it anew.
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
import { lilt } from './lilt.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'lilt' })

  loadsAs(test, { architecture: 'LiltModel', parameters: 83_388 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, lilt.featureExtraction)
  isMadeOf(test, {
    Add: 40,
    Cast: 2,
    Concat: 1,
    CumSum: 1,
    Div: 3,
    Equal: 1,
    Erf: 3,
    Gather: 11,
    Identity: 2,
    LayerNormalization: 8,
    MatMul: 29,
    Mul: 12,
    Not: 1,
    Range: 1,
    Reshape: 14,
    Shape: 1,
    Slice: 5,
    Softmax: 2,
    Squeeze: 5,
    Sub: 3,
    Tanh: 1,
    Transpose: 18,
    Unsqueeze: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'lilt', task: 'text-classification' })

  loadsAs(test, { architecture: 'LiltForSequenceClassification', parameters: 83_487 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, lilt.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'lilt', task: 'question-answering' })

  loadsAs(test, { architecture: 'LiltForQuestionAnswering', parameters: 82_399 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, lilt.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'lilt', task: 'token-classification' })

  loadsAs(test, { architecture: 'LiltForTokenClassification', parameters: 82_431 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, lilt.tokenClassification)
})
