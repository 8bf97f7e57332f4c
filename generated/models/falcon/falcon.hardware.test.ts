// Made by vitest-hardware 0.1.0 from 9619a063d0c8a8c2; do not edit, "vitest-hardware generate" writes it anew.
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
import { falcon } from './falcon.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'falcon' })

  loadsAs(test, { architecture: 'FalconForCausalLM', parameters: 29_922 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, falcon.textGeneration)
  isMadeOf(test, {
    Add: 12,
    Cast: 2,
    Concat: 10,
    Div: 2,
    Erf: 2,
    Expand: 4,
    Gather: 5,
    Identity: 5,
    LayerNormalization: 3,
    LessOrEqual: 1,
    MatMul: 13,
    Mul: 16,
    Neg: 4,
    Range: 2,
    Reshape: 12,
    Shape: 2,
    Softmax: 2,
    Split: 6,
    Sub: 2,
    Transpose: 11,
    Unsqueeze: 8,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'falcon', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'FalconModel', parameters: 29_923 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, falcon.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'falcon', task: 'text-classification' })

  loadsAs(test, { architecture: 'FalconForSequenceClassification', parameters: 30_019 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, falcon.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'falcon', task: 'question-answering' })

  loadsAs(test, { architecture: 'FalconForQuestionAnswering', parameters: 29_990 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, falcon.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'falcon', task: 'token-classification' })

  loadsAs(test, { architecture: 'FalconForTokenClassification', parameters: 30_022 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, falcon.tokenClassification)
})
