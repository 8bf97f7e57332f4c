// Made by vitest-hardware 0.1.0 from 94893eb8f797508e; do not edit, "vitest-hardware generate" writes it anew.
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
import { canine } from './canine.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'canine' })

  loadsAs(test, { architecture: 'CanineModel', parameters: 65_228 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone', 'bidirectional')
  answersBySkill(test, canine.featureExtraction)
  isMadeOf(test, {
    Add: 48,
    Cast: 4,
    Concat: 5,
    Conv: 2,
    Div: 6,
    Erf: 6,
    Expand: 2,
    Gather: 11,
    Identity: 2,
    LayerNormalization: 11,
    MatMul: 33,
    MaxPool: 1,
    Mod: 9,
    Mul: 26,
    Pad: 1,
    Range: 1,
    Reshape: 17,
    Shape: 2,
    Slice: 5,
    Softmax: 4,
    Squeeze: 2,
    Sub: 2,
    Tanh: 1,
    Transpose: 24,
    Unsqueeze: 5,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'canine', task: 'text-classification' })

  loadsAs(test, { architecture: 'CanineForSequenceClassification', parameters: 65_327 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, canine.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'canine', task: 'question-answering' })

  loadsAs(test, { architecture: 'CanineForQuestionAnswering', parameters: 64_238 })
  answers(test, { start_logits: ['batch_size', 'sequence_length'], end_logits: ['batch_size', 'sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, canine.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'canine', task: 'token-classification' })

  loadsAs(test, { architecture: 'CanineForTokenClassification', parameters: 64_271 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'bidirectional')
  answersBySkill(test, canine.tokenClassification)
})
