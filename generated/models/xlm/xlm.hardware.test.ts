// Made by vitest-hardware 0.1.0 from 0f726cfe852494cc; do not edit, "vitest-hardware generate" writes it anew.
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
import { xlm } from './xlm.skillset.ts'

describe('fill-mask', () => {
  const test = modelTest({ model: 'xlm' })

  loadsAs(test, { architecture: 'XLMWithLMHeadModel', parameters: 46_098 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, xlm.fillMask)
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
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'xlm', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'XLMModel', parameters: 45_970 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, xlm.featureExtraction)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'xlm', task: 'pretraining' })

  loadsAs(test, { architecture: 'XLMWithLMHeadModel', parameters: 46_098 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, xlm.pretraining)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'xlm', task: 'text-classification' })

  loadsAs(test, { architecture: 'XLMForSequenceClassification', parameters: 46_070 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, xlm.textClassification)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'xlm', task: 'token-classification' })

  loadsAs(test, { architecture: 'XLMForTokenClassification', parameters: 46_069 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, xlm.tokenClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'xlm', task: 'question-answering' })

  loadsAs(test, { architecture: 'XLMForQuestionAnsweringSimple', parameters: 46_037 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, xlm.questionAnswering)
})
