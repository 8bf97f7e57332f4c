// Made by vitest-hardware 0.1.0 from 019f8f6ea5af4f6d; do not edit, "vitest-hardware generate" writes it anew.
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
import { deberta } from './deberta.skillset.ts'

describe('fill-mask', () => {
  const test = modelTest({ model: 'deberta' })

  loadsAs(test, { architecture: 'DebertaForMaskedLM', parameters: 27_132 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, deberta.fillMask)
  isMadeOf(test, {
    Add: 28,
    Cast: 1,
    Concat: 4,
    Div: 3,
    Erf: 3,
    Expand: 4,
    Gather: 2,
    GatherElements: 4,
    Identity: 1,
    LayerNormalization: 6,
    MatMul: 22,
    Max: 1,
    Min: 1,
    Mul: 11,
    Range: 1,
    Reshape: 12,
    Shape: 9,
    Softmax: 2,
    Split: 2,
    Sub: 2,
    Transpose: 17,
    Unsqueeze: 3,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForMaskedLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'deberta', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'DebertaModel', parameters: 25_884 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, deberta.featureExtraction)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'deberta', task: 'pretraining' })

  loadsAs(test, { architecture: 'DebertaForMaskedLM', parameters: 27_132 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, deberta.pretraining)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'deberta', task: 'text-classification' })

  loadsAs(test, { architecture: 'DebertaForSequenceClassification', parameters: 27_039 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, deberta.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'deberta', task: 'question-answering' })

  loadsAs(test, { architecture: 'DebertaForQuestionAnswering', parameters: 25_951 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, deberta.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'deberta', task: 'token-classification' })

  loadsAs(test, { architecture: 'DebertaForTokenClassification', parameters: 25_983 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, deberta.tokenClassification)
})

describe('text-encoding', () => {
  const test = modelTest({ model: 'deberta', task: 'text-encoding' })

  loadsAs(test, { architecture: 'DebertaModel', parameters: 25_884 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, deberta.textEncoding)
})
