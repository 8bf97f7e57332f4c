// Made by vitest-hardware 0.1.0 from df4b6115c9104e90; do not edit, "vitest-hardware generate" writes it anew.
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
import { mpnet } from './mpnet.skillset.ts'

describe('fill-mask', () => {
  const test = modelTest({ model: 'mpnet' })

  loadsAs(test, { architecture: 'MPNetForMaskedLM', parameters: 39_253 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, mpnet.fillMask)
  isMadeOf(test, {
    Add: 29,
    Cast: 2,
    CumSum: 1,
    Div: 3,
    Equal: 1,
    Erf: 3,
    Gather: 5,
    Identity: 1,
    LayerNormalization: 6,
    MatMul: 18,
    Max: 1,
    Min: 1,
    Mul: 10,
    Not: 1,
    Range: 2,
    Reshape: 8,
    Shape: 1,
    Softmax: 2,
    Sub: 2,
    Transpose: 12,
    Unsqueeze: 3,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForMaskedLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'mpnet', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'MPNetModel', parameters: 39_061 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, mpnet.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'mpnet', task: 'text-classification' })

  loadsAs(test, { architecture: 'MPNetForSequenceClassification', parameters: 39_160 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, mpnet.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'mpnet', task: 'question-answering' })

  loadsAs(test, { architecture: 'MPNetForQuestionAnswering', parameters: 38_072 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, mpnet.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'mpnet', task: 'token-classification' })

  loadsAs(test, { architecture: 'MPNetForTokenClassification', parameters: 38_104 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, mpnet.tokenClassification)
})

describe('multiple-choice', () => {
  const test = modelTest({ model: 'mpnet', task: 'multiple-choice' })

  loadsAs(test, { architecture: 'MPNetForMultipleChoice', parameters: 39_095 })
  answers(test, { logits: ['batch_size', 'num_choices'] })
  shows(test, 'alone')
  answersBySkill(test, mpnet.multipleChoice)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'mpnet', task: 'pretraining' })

  loadsAs(test, { architecture: 'MPNetForMaskedLM', parameters: 39_253 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, mpnet.pretraining)
})
