// Made by vitest-hardware 0.1.0 from a432e566cdcbbe62; do not edit, "vitest-hardware generate" writes it anew.
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
import { tvp } from './tvp.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'tvp' })

  loadsAs(test, { architecture: 'TvpModel', parameters: 84_861 })
  answers(test, { last_hidden_state: ['batch_size', '7 + sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, tvp.featureExtraction)
  isMadeOf(test, {
    Add: 32,
    BatchNormalization: 17,
    Cast: 1,
    Concat: 7,
    ConstantOfShape: 1,
    Conv: 18,
    Div: 2,
    Erf: 2,
    Expand: 3,
    Gather: 11,
    Identity: 2,
    LayerNormalization: 6,
    MatMul: 17,
    MaxPool: 2,
    Mul: 7,
    Range: 1,
    ReduceMean: 1,
    Relu: 14,
    Reshape: 13,
    Shape: 4,
    Softmax: 2,
    Sub: 1,
    Tanh: 1,
    Transpose: 11,
    Unsqueeze: 5,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
