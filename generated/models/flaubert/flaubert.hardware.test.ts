// Made by vitest-hardware 0.1.0 from 1ccac3da63eaf5d0; do not edit, "vitest-hardware generate" writes it anew.
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
import { flaubert } from './flaubert.skillset.ts'

describe('fill-mask', () => {
  const test = modelTest({ model: 'flaubert' })

  loadsAs(test, { architecture: 'FlaubertWithLMHeadModel', parameters: 46_098 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, flaubert.fillMask)
  isMadeOf(test, {
    Add: 23,
    Cast: 4,
    Div: 2,
    Erf: 2,
    Gather: 3,
    Identity: 1,
    LayerNormalization: 5,
    MatMul: 17,
    Mul: 10,
    Range: 1,
    Reshape: 8,
    Shape: 1,
    Softmax: 2,
    Sub: 1,
    Transpose: 11,
    Unsqueeze: 5,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'flaubert', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'FlaubertModel', parameters: 45_970 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, flaubert.featureExtraction)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'flaubert', task: 'pretraining' })

  loadsAs(test, { architecture: 'FlaubertWithLMHeadModel', parameters: 46_098 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, flaubert.pretraining)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'flaubert', task: 'text-classification' })

  loadsAs(test, { architecture: 'FlaubertForSequenceClassification', parameters: 46_070 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, flaubert.textClassification)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'flaubert', task: 'token-classification' })

  loadsAs(test, { architecture: 'FlaubertForTokenClassification', parameters: 46_069 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, flaubert.tokenClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'flaubert', task: 'question-answering' })

  loadsAs(test, { architecture: 'FlaubertForQuestionAnsweringSimple', parameters: 46_037 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, flaubert.questionAnswering)
})
