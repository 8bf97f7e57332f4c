// Made by vitest-hardware 0.1.0 from 93b0cf9615a2848e; do not edit, "vitest-hardware generate" writes it anew.
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
import { lxmert } from './lxmert.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'lxmert' })

  loadsAs(test, { architecture: 'LxmertModel', parameters: 76_818 })
  answers(test, {
    language_output: ['batch_size', 'sequence_length', 32],
    vision_output: ['batch_size', 4, 32],
    pooled_output: ['batch_size', 32],
  })
  shows(test, 'alone')
  answersBySkill(test, lxmert.featureExtraction)
  isMadeOf(test, {
    Add: 96,
    Cast: 1,
    Div: 8,
    Erf: 7,
    Gather: 5,
    Identity: 3,
    LayerNormalization: 21,
    MatMul: 83,
    Mul: 26,
    Range: 1,
    Reshape: 44,
    Shape: 1,
    Softmax: 11,
    Sub: 1,
    Tanh: 1,
    Transpose: 55,
    Unsqueeze: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'lxmert', task: 'pretraining' })

  loadsAs(test, { architecture: 'LxmertForPreTraining', parameters: 72_478 })
  answers(test, {
    prediction_logits: ['batch_size', 'sequence_length', 128],
    cross_relationship_score: ['batch_size', 2],
    question_answering_score: ['batch_size', 10],
  })
  shows(test, 'alone')
  answersBySkill(test, lxmert.pretraining)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'lxmert', task: 'question-answering' })

  loadsAs(test, { architecture: 'LxmertForQuestionAnswering', parameters: 71_164 })
  answers(test, { question_answering_score: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, lxmert.questionAnswering)
})
