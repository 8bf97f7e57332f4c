// Made by vitest-hardware 0.1.0 from c396d512d8e7d39a; do not edit, "vitest-hardware generate" writes it anew.
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
import { nezha } from './nezha.skillset.ts'

describe('fill-mask', () => {
  const test = modelTest({ model: 'nezha' })

  loadsAs(test, { architecture: 'NezhaForMaskedLM', parameters: 22_684 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, nezha.fillMask)
  isMadeOf(test, {
    Add: 30,
    Cast: 1,
    Div: 3,
    Erf: 3,
    Gather: 4,
    Identity: 1,
    LayerNormalization: 6,
    MatMul: 22,
    Max: 1,
    Min: 1,
    Mul: 9,
    Range: 1,
    Reshape: 8,
    Shape: 1,
    Softmax: 2,
    Squeeze: 4,
    Sub: 2,
    Transpose: 14,
    Unsqueeze: 6,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'nezha', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'NezhaModel', parameters: 22_493 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, nezha.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'nezha', task: 'text-classification' })

  loadsAs(test, { architecture: 'NezhaForSequenceClassification', parameters: 22_592 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, nezha.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'nezha', task: 'question-answering' })

  loadsAs(test, { architecture: 'NezhaForQuestionAnswering', parameters: 21_503 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, nezha.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'nezha', task: 'token-classification' })

  loadsAs(test, { architecture: 'NezhaForTokenClassification', parameters: 21_535 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, nezha.tokenClassification)
})

describe('multiple-choice', () => {
  const test = modelTest({ model: 'nezha', task: 'multiple-choice' })

  loadsAs(test, { architecture: 'NezhaForMultipleChoice', parameters: 22_527 })
  answers(test, { logits: ['batch_size', 'num_choices'] })
  shows(test, 'alone')
  answersBySkill(test, nezha.multipleChoice)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'nezha', task: 'pretraining' })

  loadsAs(test, { architecture: 'NezhaForPreTraining', parameters: 23_807 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128], seq_relationship_logits: ['batch_size', 2] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, nezha.pretraining)
})

describe('next-sentence-prediction', () => {
  const test = modelTest({ model: 'nezha', task: 'next-sentence-prediction' })

  loadsAs(test, { architecture: 'NezhaForNextSentencePrediction', parameters: 22_559 })
  answers(test, { logits: ['batch_size', 2] })
  shows(test, 'alone')
  answersBySkill(test, nezha.nextSentencePrediction)
})
