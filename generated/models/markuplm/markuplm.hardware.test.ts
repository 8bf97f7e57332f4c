// Made by vitest-hardware 0.1.0 from 45ea7140598906f5; do not edit, "vitest-hardware generate" writes it anew.
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
import { markuplm } from './markuplm.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'markuplm' })

  loadsAs(test, { architecture: 'MarkupLMModel', parameters: 48_149 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, markuplm.featureExtraction)
  isMadeOf(test, {
    Add: 28,
    Cast: 1,
    Concat: 2,
    Div: 2,
    Erf: 2,
    Gather: 12,
    Identity: 2,
    LayerNormalization: 5,
    MatMul: 19,
    Mul: 7,
    Range: 1,
    Relu: 1,
    Reshape: 8,
    Shape: 1,
    Slice: 9,
    Softmax: 2,
    Squeeze: 9,
    Sub: 1,
    Tanh: 1,
    Transpose: 10,
    Unsqueeze: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'markuplm', task: 'text-classification' })

  loadsAs(test, { architecture: 'MarkupLMForSequenceClassification', parameters: 48_248 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, markuplm.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'markuplm', task: 'question-answering' })

  loadsAs(test, { architecture: 'MarkupLMForQuestionAnswering', parameters: 47_160 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, markuplm.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'markuplm', task: 'token-classification' })

  loadsAs(test, { architecture: 'MarkupLMForTokenClassification', parameters: 47_192 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, markuplm.tokenClassification)
})
