// Made by vitest-hardware 0.1.0 from bb5273e765565cb7; do not edit, "vitest-hardware generate" writes it anew.
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
import { mobilebert } from './mobilebert.skillset.ts'

describe('fill-mask', () => {
  const test = modelTest({ model: 'mobilebert' })

  loadsAs(test, { architecture: 'MobileBertForMaskedLM', parameters: 33_017 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'bidirectional')
  answersBySkill(test, mobilebert.fillMask)
  isMadeOf(test, {
    Add: 51,
    Cast: 1,
    Concat: 2,
    Gather: 4,
    Identity: 1,
    LayerNormalization: 1,
    MatMul: 29,
    Mul: 16,
    Pad: 1,
    Range: 1,
    Relu: 5,
    Reshape: 8,
    Shape: 1,
    Slice: 2,
    Softmax: 2,
    Sub: 1,
    Transpose: 11,
    Unsqueeze: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.5 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForMaskedLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'mobilebert', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'MobileBertModel', parameters: 30_777 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone', 'bidirectional')
  answersBySkill(test, mobilebert.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'mobilebert', task: 'text-classification' })

  loadsAs(test, { architecture: 'MobileBertForSequenceClassification', parameters: 30_876 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, mobilebert.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'mobilebert', task: 'question-answering' })

  loadsAs(test, { architecture: 'MobileBertForQuestionAnswering', parameters: 29_788 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, mobilebert.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'mobilebert', task: 'token-classification' })

  loadsAs(test, { architecture: 'MobileBertForTokenClassification', parameters: 29_820 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'bidirectional')
  answersBySkill(test, mobilebert.tokenClassification)
})

describe('multiple-choice', () => {
  const test = modelTest({ model: 'mobilebert', task: 'multiple-choice' })

  loadsAs(test, { architecture: 'MobileBertForMultipleChoice', parameters: 30_811 })
  answers(test, { logits: ['batch_size', 'num_choices'] })
  shows(test, 'alone')
  answersBySkill(test, mobilebert.multipleChoice)
})

describe('next-sentence-prediction', () => {
  const test = modelTest({ model: 'mobilebert', task: 'next-sentence-prediction' })

  loadsAs(test, { architecture: 'MobileBertForNextSentencePrediction', parameters: 30_843 })
  answers(test, { logits: ['batch_size', 2] })
  shows(test, 'alone')
  answersBySkill(test, mobilebert.nextSentencePrediction)
})

describe('text-encoding', () => {
  const test = modelTest({ model: 'mobilebert', task: 'text-encoding' })

  loadsAs(test, { architecture: 'MobileBertModel', parameters: 30_777 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone', 'bidirectional')
  answersBySkill(test, mobilebert.textEncoding)
})
