// Made by vitest-hardware 0.1.0 from c9cf3482f29b6243; do not edit, "vitest-hardware generate" writes it anew.
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
import { debertaV2 } from './deberta-v2.skillset.ts'

describe('fill-mask', () => {
  const test = modelTest({ model: 'deberta-v2' })

  loadsAs(test, { architecture: 'DebertaV2ForMaskedLM', parameters: 24_122 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, debertaV2.fillMask)
  isMadeOf(test, {
    Add: 34,
    Cast: 3,
    Concat: 4,
    Div: 3,
    Erf: 3,
    Expand: 4,
    Gather: 3,
    GatherElements: 4,
    Identity: 1,
    LayerNormalization: 7,
    MatMul: 26,
    Max: 5,
    Min: 5,
    Mul: 15,
    Range: 1,
    Reshape: 12,
    Shape: 9,
    Softmax: 2,
    Sub: 4,
    Transpose: 21,
    Unsqueeze: 6,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForMaskedLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'deberta-v2', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'DebertaV2Model', parameters: 22_874 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, debertaV2.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'deberta-v2', task: 'text-classification' })

  loadsAs(test, { architecture: 'DebertaV2ForSequenceClassification', parameters: 24_029 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, debertaV2.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'deberta-v2', task: 'question-answering' })

  loadsAs(test, { architecture: 'DebertaV2ForQuestionAnswering', parameters: 22_941 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, debertaV2.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'deberta-v2', task: 'token-classification' })

  loadsAs(test, { architecture: 'DebertaV2ForTokenClassification', parameters: 22_973 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, debertaV2.tokenClassification)
})

describe('multiple-choice', () => {
  const test = modelTest({ model: 'deberta-v2', task: 'multiple-choice' })

  loadsAs(test, { architecture: 'DebertaV2ForMultipleChoice', parameters: 23_964 })
  answers(test, { logits: ['batch_size', 'num_choices'] })
  shows(test, 'alone')
  answersBySkill(test, debertaV2.multipleChoice)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'deberta-v2', task: 'pretraining' })

  loadsAs(test, { architecture: 'DebertaV2ForMaskedLM', parameters: 24_122 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, debertaV2.pretraining)
})

describe('text-encoding', () => {
  const test = modelTest({ model: 'deberta-v2', task: 'text-encoding' })

  loadsAs(test, { architecture: 'DebertaV2Model', parameters: 22_874 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, debertaV2.textEncoding)
})
