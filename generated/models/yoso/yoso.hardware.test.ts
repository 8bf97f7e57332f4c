// Made by vitest-hardware 0.1.0 from 28632744f10123ea; do not edit, "vitest-hardware generate" writes it anew.
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
import { yoso } from './yoso.skillset.ts'

describe('fill-mask', () => {
  const test = modelTest({ model: 'yoso' })

  loadsAs(test, { architecture: 'YosoForMaskedLM', parameters: 38_999 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, yoso.fillMask)
  isMadeOf(test, {
    Acos: 2,
    Add: 24,
    Cast: 3,
    Clip: 2,
    Div: 11,
    Erf: 3,
    Gather: 4,
    Identity: 1,
    LayerNormalization: 6,
    MatMul: 18,
    Max: 6,
    Mul: 11,
    Pow: 2,
    Range: 1,
    ReduceL2: 6,
    Reshape: 8,
    Shape: 1,
    Sub: 3,
    Transpose: 11,
    Unsqueeze: 6,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'yoso', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'YosoModel', parameters: 37_751 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, yoso.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'yoso', task: 'text-classification' })

  loadsAs(test, { architecture: 'YosoForSequenceClassification', parameters: 38_907 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, yoso.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'yoso', task: 'question-answering' })

  loadsAs(test, { architecture: 'YosoForQuestionAnswering', parameters: 37_817 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, yoso.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'yoso', task: 'token-classification' })

  loadsAs(test, { architecture: 'YosoForTokenClassification', parameters: 37_850 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, yoso.tokenClassification)
})

describe('multiple-choice', () => {
  const test = modelTest({ model: 'yoso', task: 'multiple-choice' })

  loadsAs(test, { architecture: 'YosoForMultipleChoice', parameters: 38_841 })
  answers(test, { logits: ['batch_size', 'num_choices'] })
  shows(test, 'alone')
  answersBySkill(test, yoso.multipleChoice)
})
