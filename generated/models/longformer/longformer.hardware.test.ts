// Made by vitest-hardware 0.1.0 from 7ec1fe0935625189; do not edit, "vitest-hardware generate" writes it anew.
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
import { longformer } from './longformer.skillset.ts'

describe('fill-mask', () => {
  const test = modelTest({ model: 'longformer' })

  loadsAs(test, { architecture: 'LongformerForMaskedLM', parameters: 38_995 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, longformer.fillMask)
  isMadeOf(test, {
    Abs: 2,
    Add: 28,
    Cast: 4,
    CumSum: 1,
    Div: 3,
    Equal: 1,
    Erf: 3,
    Gather: 5,
    Greater: 2,
    Identity: 1,
    LayerNormalization: 6,
    MatMul: 18,
    Mul: 12,
    Not: 1,
    Range: 2,
    Reshape: 8,
    Shape: 2,
    Softmax: 2,
    Sub: 3,
    Transpose: 11,
    Unsqueeze: 3,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'longformer', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'LongformerModel', parameters: 38_803 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, longformer.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'longformer', task: 'text-classification' })

  loadsAs(test, { architecture: 'LongformerForSequenceClassification', parameters: 38_902 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, longformer.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'longformer', task: 'question-answering' })

  loadsAs(test, { architecture: 'LongformerForQuestionAnswering', parameters: 37_814 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, longformer.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'longformer', task: 'token-classification' })

  loadsAs(test, { architecture: 'LongformerForTokenClassification', parameters: 37_846 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, longformer.tokenClassification)
})

describe('multiple-choice', () => {
  const test = modelTest({ model: 'longformer', task: 'multiple-choice' })

  loadsAs(test, { architecture: 'LongformerForMultipleChoice', parameters: 38_837 })
  answers(test, { logits: ['batch_size', 'num_choices'] })
  shows(test, 'alone')
  answersBySkill(test, longformer.multipleChoice)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'longformer', task: 'pretraining' })

  loadsAs(test, { architecture: 'LongformerForMaskedLM', parameters: 38_995 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, longformer.pretraining)
})

describe('text-encoding', () => {
  const test = modelTest({ model: 'longformer', task: 'text-encoding' })

  loadsAs(test, { architecture: 'LongformerModel', parameters: 38_803 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, longformer.textEncoding)
})
