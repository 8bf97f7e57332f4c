// Made by vitest-hardware 0.1.0 from 3b2024c9885c5cc3; do not edit, "vitest-hardware generate" writes it anew.
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
import { convbert } from './convbert.skillset.ts'

describe('fill-mask', () => {
  const test = modelTest({ model: 'convbert' })

  loadsAs(test, { architecture: 'ConvBertForMaskedLM', parameters: 38_323 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'bidirectional')
  answersBySkill(test, convbert.fillMask)
  isMadeOf(test, {
    Add: 32,
    Cast: 1,
    Concat: 4,
    Conv: 4,
    Div: 3,
    Erf: 3,
    Gather: 4,
    Identity: 1,
    LayerNormalization: 6,
    MatMul: 24,
    Mul: 11,
    Pad: 2,
    Range: 1,
    Reshape: 14,
    Shape: 1,
    Slice: 6,
    Softmax: 4,
    Sub: 1,
    Transpose: 15,
    Unsqueeze: 10,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForMaskedLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'convbert', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'ConvBertModel', parameters: 37_075 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'bidirectional')
  answersBySkill(test, convbert.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'convbert', task: 'text-classification' })

  loadsAs(test, { architecture: 'ConvBertForSequenceClassification', parameters: 38_230 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, convbert.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'convbert', task: 'question-answering' })

  loadsAs(test, { architecture: 'ConvBertForQuestionAnswering', parameters: 37_141 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, convbert.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'convbert', task: 'token-classification' })

  loadsAs(test, { architecture: 'ConvBertForTokenClassification', parameters: 37_174 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'bidirectional')
  answersBySkill(test, convbert.tokenClassification)
})

describe('multiple-choice', () => {
  const test = modelTest({ model: 'convbert', task: 'multiple-choice' })

  loadsAs(test, { architecture: 'ConvBertForMultipleChoice', parameters: 38_164 })
  answers(test, { logits: ['batch_size', 'num_choices'] })
  shows(test, 'alone')
  answersBySkill(test, convbert.multipleChoice)
})
