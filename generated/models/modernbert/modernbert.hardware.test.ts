// Made by vitest-hardware 0.1.0 from 27359c7f2ddb1b7a; do not edit, "vitest-hardware generate" writes it anew.
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
import { modernbert } from './modernbert.skillset.ts'

describe('fill-mask', () => {
  const test = modelTest({ model: 'modernbert' })

  loadsAs(test, { architecture: 'ModernBertForMaskedLM', parameters: 39_827 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, modernbert.fillMask)
  isMadeOf(test, {
    Abs: 1,
    Add: 21,
    Cast: 3,
    Concat: 10,
    Div: 4,
    Erf: 4,
    Gather: 7,
    Identity: 1,
    LayerNormalization: 8,
    LessOrEqual: 1,
    MatMul: 20,
    Mul: 29,
    Neg: 6,
    Range: 2,
    Reshape: 12,
    Shape: 2,
    Softmax: 3,
    Split: 12,
    Sub: 3,
    Transpose: 16,
    Unsqueeze: 8,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForMaskedLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'modernbert', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'ModernBertModel', parameters: 38_643 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, modernbert.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'modernbert', task: 'text-classification' })

  loadsAs(test, { architecture: 'ModernBertForSequenceClassification', parameters: 39_798 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, modernbert.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'modernbert', task: 'question-answering' })

  loadsAs(test, { architecture: 'ModernBertForQuestionAnswering', parameters: 39_766 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, modernbert.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'modernbert', task: 'token-classification' })

  loadsAs(test, { architecture: 'ModernBertForTokenClassification', parameters: 39_798 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, modernbert.tokenClassification)
})

describe('multiple-choice', () => {
  const test = modelTest({ model: 'modernbert', task: 'multiple-choice' })

  loadsAs(test, { architecture: 'ModernBertForMultipleChoice', parameters: 39_733 })
  answers(test, { logits: ['batch_size', 'num_choices'] })
  shows(test, 'alone')
  answersBySkill(test, modernbert.multipleChoice)
})
