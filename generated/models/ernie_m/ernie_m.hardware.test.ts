// Made by vitest-hardware 0.1.0 from b5aa6b97111b01b3; do not edit, "vitest-hardware generate" writes it anew.
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
import { ernieM } from './ernie_m.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'ernie_m' })

  loadsAs(test, { architecture: 'ErnieMModel', parameters: 38_770 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, ernieM.featureExtraction)
  isMadeOf(test, {
    Add: 23,
    Cast: 1,
    Div: 2,
    Erf: 2,
    Gather: 3,
    Identity: 2,
    LayerNormalization: 5,
    MatMul: 17,
    Mul: 7,
    Range: 1,
    Reshape: 8,
    Shape: 1,
    Slice: 1,
    Softmax: 2,
    Squeeze: 1,
    Sub: 1,
    Tanh: 1,
    Transpose: 10,
    Unsqueeze: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'ernie_m', task: 'text-classification' })

  loadsAs(test, { architecture: 'ErnieMForSequenceClassification', parameters: 38_869 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, ernieM.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'ernie_m', task: 'question-answering' })

  loadsAs(test, { architecture: 'ErnieMForQuestionAnswering', parameters: 37_780 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, ernieM.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'ernie_m', task: 'token-classification' })

  loadsAs(test, { architecture: 'ErnieMForTokenClassification', parameters: 37_812 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, ernieM.tokenClassification)
})

describe('multiple-choice', () => {
  const test = modelTest({ model: 'ernie_m', task: 'multiple-choice' })

  loadsAs(test, { architecture: 'ErnieMForMultipleChoice', parameters: 38_804 })
  answers(test, { logits: ['batch_size', 'num_choices'] })
  shows(test, 'alone')
  answersBySkill(test, ernieM.multipleChoice)
})
