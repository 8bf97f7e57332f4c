// Made by vitest-hardware 0.1.0 from 909aedb004441e91; do not edit, "vitest-hardware generate" writes it anew.
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
import { xlnet } from './xlnet.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'xlnet' })

  loadsAs(test, { architecture: 'XLNetLMHeadModel', parameters: 55_998 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, xlnet.textGeneration)
  isMadeOf(test, {
    Add: 20,
    Cast: 1,
    Concat: 2,
    Div: 2,
    Erf: 2,
    Gather: 2,
    Identity: 1,
    LayerNormalization: 4,
    MatMul: 21,
    Mul: 7,
    Pad: 2,
    Reshape: 14,
    Shape: 3,
    Slice: 9,
    Softmax: 2,
    Sub: 3,
    Transpose: 15,
    Unsqueeze: 6,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'xlnet', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'XLNetModel', parameters: 55_870 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, xlnet.featureExtraction)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'xlnet', task: 'pretraining' })

  loadsAs(test, { architecture: 'XLNetLMHeadModel', parameters: 55_998 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, xlnet.pretraining)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'xlnet', task: 'text-classification' })

  loadsAs(test, { architecture: 'XLNetForSequenceClassification', parameters: 57_025 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, xlnet.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'xlnet', task: 'question-answering' })

  loadsAs(test, { architecture: 'XLNetForQuestionAnsweringSimple', parameters: 55_936 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, xlnet.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'xlnet', task: 'token-classification' })

  loadsAs(test, { architecture: 'XLNetForTokenClassification', parameters: 55_969 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, xlnet.tokenClassification)
})
