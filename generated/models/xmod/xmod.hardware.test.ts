// Made by vitest-hardware 0.1.0 from ebf3634e21ad3669; do not edit, "vitest-hardware generate" writes it anew.
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
import { xmod } from './xmod.skillset.ts'

describe('fill-mask', () => {
  const test = modelTest({ model: 'xmod' })

  loadsAs(test, { architecture: 'XmodForMaskedLM', parameters: 41_136 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, xmod.fillMask)
  isMadeOf(test, {
    Add: 34,
    Cast: 2,
    CumSum: 1,
    Div: 5,
    Equal: 1,
    Erf: 5,
    Gather: 3,
    Identity: 1,
    LayerNormalization: 6,
    MatMul: 22,
    Mul: 14,
    Not: 1,
    Reshape: 8,
    Softmax: 2,
    Sub: 1,
    Transpose: 11,
    Unsqueeze: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'xmod', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'XmodModel', parameters: 40_945 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, xmod.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'xmod', task: 'text-classification' })

  loadsAs(test, { architecture: 'XmodForSequenceClassification', parameters: 41_044 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, xmod.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'xmod', task: 'question-answering' })

  loadsAs(test, { architecture: 'XmodForQuestionAnswering', parameters: 39_955 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, xmod.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'xmod', task: 'token-classification' })

  loadsAs(test, { architecture: 'XmodForTokenClassification', parameters: 39_987 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, xmod.tokenClassification)
})

describe('multiple-choice', () => {
  const test = modelTest({ model: 'xmod', task: 'multiple-choice' })

  loadsAs(test, { architecture: 'XmodForMultipleChoice', parameters: 40_979 })
  answers(test, { logits: ['batch_size', 'num_choices'] })
  shows(test, 'alone')
  answersBySkill(test, xmod.multipleChoice)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'xmod', task: 'pretraining' })

  loadsAs(test, { architecture: 'XmodForMaskedLM', parameters: 41_136 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, xmod.pretraining)
})

describe('text-generation', () => {
  const test = modelTest({ model: 'xmod', task: 'text-generation' })

  loadsAs(test, { architecture: 'XmodForCausalLM', parameters: 41_138 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, xmod.textGeneration)
})
