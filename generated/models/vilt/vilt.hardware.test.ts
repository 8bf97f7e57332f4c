// Made by vitest-hardware 0.1.0 from 4a654d559e1bbce2; do not edit, "vitest-hardware generate" writes it anew.
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
import { vilt } from './vilt.skillset.ts'

describe('visual-question-answering', () => {
  const test = modelTest({ model: 'vilt' })

  loadsAs(test, { architecture: 'ViltForQuestionAnswering', parameters: 33_447 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, vilt.visualQuestionAnswering)
  isMadeOf(test, {
    Add: 30,
    Cast: 1,
    Concat: 6,
    Conv: 1,
    Div: 3,
    Erf: 3,
    Expand: 2,
    Flatten: 1,
    Gather: 9,
    Identity: 1,
    LayerNormalization: 7,
    MatMul: 19,
    Mul: 9,
    Range: 1,
    Reshape: 9,
    Shape: 3,
    Slice: 1,
    Softmax: 2,
    Sub: 1,
    Tanh: 1,
    Transpose: 11,
    Unsqueeze: 4,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'vilt', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'ViltModel', parameters: 30_557 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length + 17', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, vilt.featureExtraction)
})
