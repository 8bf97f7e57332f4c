// Made by vitest-hardware 0.1.0 from 5c350580d1c8451e; do not edit, "vitest-hardware generate" writes it anew.
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
import { electra } from './electra.skillset.ts'

describe('fill-mask', () => {
  const test = modelTest({ model: 'electra' })

  loadsAs(test, { architecture: 'ElectraForMaskedLM', parameters: 28_641 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, electra.fillMask)
  isMadeOf(test, {
    Add: 27,
    Cast: 1,
    Div: 3,
    Erf: 3,
    Gather: 4,
    Identity: 1,
    LayerNormalization: 6,
    MatMul: 19,
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
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForMaskedLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'electra', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'ElectraModel', parameters: 27_953 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, electra.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'electra', task: 'text-classification' })

  loadsAs(test, { architecture: 'ElectraForSequenceClassification', parameters: 29_109 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, electra.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'electra', task: 'question-answering' })

  loadsAs(test, { architecture: 'ElectraForQuestionAnswering', parameters: 28_020 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, electra.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'electra', task: 'token-classification' })

  loadsAs(test, { architecture: 'ElectraForTokenClassification', parameters: 28_052 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, electra.tokenClassification)
})

describe('multiple-choice', () => {
  const test = modelTest({ model: 'electra', task: 'multiple-choice' })

  loadsAs(test, { architecture: 'ElectraForMultipleChoice', parameters: 29_044 })
  answers(test, { logits: ['batch_size', 'num_choices'] })
  shows(test, 'alone')
  answersBySkill(test, electra.multipleChoice)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'electra', task: 'pretraining' })

  loadsAs(test, { architecture: 'ElectraForPreTraining', parameters: 29_044 })
  answers(test, { logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, electra.pretraining)
})

describe('text-generation', () => {
  const test = modelTest({ model: 'electra', task: 'text-generation' })

  loadsAs(test, { architecture: 'ElectraForCausalLM', parameters: 28_642 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, electra.textGeneration)
})

describe('text-encoding', () => {
  const test = modelTest({ model: 'electra', task: 'text-encoding' })

  loadsAs(test, { architecture: 'ElectraModel', parameters: 27_953 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, electra.textEncoding)
})
