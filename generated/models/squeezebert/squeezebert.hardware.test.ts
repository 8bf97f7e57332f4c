// Made by vitest-hardware 0.1.0 from 3a13fc5f84e195d3; do not edit, "vitest-hardware generate" writes it anew.
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
import { squeezebert } from './squeezebert.skillset.ts'

describe('fill-mask', () => {
  const test = modelTest({ model: 'squeezebert' })

  loadsAs(test, { architecture: 'SqueezeBertForMaskedLM', parameters: 28_209 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, squeezebert.fillMask)
  isMadeOf(test, {
    Add: 14,
    Cast: 1,
    Conv: 12,
    Div: 3,
    Erf: 3,
    Gather: 4,
    Identity: 1,
    LayerNormalization: 6,
    MatMul: 6,
    Mul: 9,
    Range: 1,
    Reshape: 8,
    Shape: 1,
    Softmax: 2,
    Sub: 1,
    Transpose: 19,
    Unsqueeze: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForMaskedLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'squeezebert', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'SqueezeBertModel', parameters: 28_018 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, squeezebert.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'squeezebert', task: 'text-classification' })

  loadsAs(test, { architecture: 'SqueezeBertForSequenceClassification', parameters: 28_117 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, squeezebert.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'squeezebert', task: 'question-answering' })

  loadsAs(test, { architecture: 'SqueezeBertForQuestionAnswering', parameters: 27_028 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, squeezebert.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'squeezebert', task: 'token-classification' })

  loadsAs(test, { architecture: 'SqueezeBertForTokenClassification', parameters: 27_060 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, squeezebert.tokenClassification)
})

describe('multiple-choice', () => {
  const test = modelTest({ model: 'squeezebert', task: 'multiple-choice' })

  loadsAs(test, { architecture: 'SqueezeBertForMultipleChoice', parameters: 28_052 })
  answers(test, { logits: ['batch_size', 'num_choices'] })
  shows(test, 'alone')
  answersBySkill(test, squeezebert.multipleChoice)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'squeezebert', task: 'pretraining' })

  loadsAs(test, { architecture: 'SqueezeBertForMaskedLM', parameters: 28_209 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, squeezebert.pretraining)
})

describe('text-encoding', () => {
  const test = modelTest({ model: 'squeezebert', task: 'text-encoding' })

  loadsAs(test, { architecture: 'SqueezeBertModel', parameters: 28_018 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, squeezebert.textEncoding)
})
