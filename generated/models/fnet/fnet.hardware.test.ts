// Made by vitest-hardware 0.1.0 from 9f77b13c20c56c0c; do not edit, "vitest-hardware generate" writes it anew.
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
import { fnet } from './fnet.skillset.ts'

describe('fill-mask', () => {
  const test = modelTest({ model: 'fnet' })

  loadsAs(test, { architecture: 'FNetForMaskedLM', parameters: 30_573 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'bidirectional')
  answersBySkill(test, fnet.fillMask)
  isMadeOf(test, {
    Add: 19,
    Cast: 9,
    Cos: 4,
    Div: 4,
    Gather: 6,
    Identity: 1,
    LayerNormalization: 6,
    MatMul: 14,
    Mod: 4,
    Mul: 27,
    Range: 5,
    Shape: 3,
    Sin: 4,
    Sub: 3,
    Tanh: 3,
    Transpose: 1,
    Unsqueeze: 6,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.1 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'fnet', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'FNetModel', parameters: 30_381 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone', 'bidirectional')
  answersBySkill(test, fnet.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'fnet', task: 'text-classification' })

  loadsAs(test, { architecture: 'FNetForSequenceClassification', parameters: 30_480 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, fnet.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'fnet', task: 'question-answering' })

  loadsAs(test, { architecture: 'FNetForQuestionAnswering', parameters: 29_392 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, fnet.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'fnet', task: 'token-classification' })

  loadsAs(test, { architecture: 'FNetForTokenClassification', parameters: 29_424 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'bidirectional')
  answersBySkill(test, fnet.tokenClassification)
})

describe('next-sentence-prediction', () => {
  const test = modelTest({ model: 'fnet', task: 'next-sentence-prediction' })

  loadsAs(test, { architecture: 'FNetForNextSentencePrediction', parameters: 30_447 })
  answers(test, { logits: ['batch_size', 2] })
  shows(test, 'alone')
  answersBySkill(test, fnet.nextSentencePrediction)
})
