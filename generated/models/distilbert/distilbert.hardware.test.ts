// Made by vitest-hardware 0.1.0 from 7d5d30de0879ef74; do not edit, "vitest-hardware generate" writes it anew.
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
import { distilbert } from './distilbert.skillset.ts'

describe('fill-mask', () => {
  const test = modelTest({ model: 'distilbert' })

  loadsAs(test, { architecture: 'DistilBertForMaskedLM', parameters: 38_897 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, distilbert.fillMask)
  isMadeOf(test, {
    Add: 25,
    Cast: 1,
    Div: 3,
    Erf: 3,
    Gather: 3,
    Identity: 1,
    LayerNormalization: 6,
    MatMul: 18,
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
  loadsFromPretrained(test, { autoClass: 'AutoModelForMaskedLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'distilbert', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'DistilBertModel', parameters: 37_649 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, distilbert.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'distilbert', task: 'text-classification' })

  loadsAs(test, { architecture: 'DistilBertForSequenceClassification', parameters: 38_805 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, distilbert.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'distilbert', task: 'question-answering' })

  loadsAs(test, { architecture: 'DistilBertForQuestionAnswering', parameters: 37_716 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, distilbert.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'distilbert', task: 'token-classification' })

  loadsAs(test, { architecture: 'DistilBertForTokenClassification', parameters: 37_748 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, distilbert.tokenClassification)
})

describe('multiple-choice', () => {
  const test = modelTest({ model: 'distilbert', task: 'multiple-choice' })

  loadsAs(test, { architecture: 'DistilBertForMultipleChoice', parameters: 38_740 })
  answers(test, { logits: ['batch_size', 'num_choices'] })
  shows(test, 'alone')
  answersBySkill(test, distilbert.multipleChoice)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'distilbert', task: 'pretraining' })

  loadsAs(test, { architecture: 'DistilBertForMaskedLM', parameters: 38_897 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, distilbert.pretraining)
})

describe('text-encoding', () => {
  const test = modelTest({ model: 'distilbert', task: 'text-encoding' })

  loadsAs(test, { architecture: 'DistilBertModel', parameters: 37_649 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, distilbert.textEncoding)
})
