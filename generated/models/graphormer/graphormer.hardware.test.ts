// Made by vitest-hardware 0.1.0 from a561c827e7106781; do not edit, "vitest-hardware generate" writes it anew.
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
import { graphormer } from './graphormer.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'graphormer' })

  loadsAs(test, { architecture: 'GraphormerModel', parameters: 19_576 })
  answers(test, { last_hidden_state: ['batch_size', 'num_nodes + 1', 32] })
  shows(test, 'alone')
  answersBySkill(test, graphormer.featureExtraction)
  isMadeOf(test, {
    Add: 29,
    Cast: 4,
    Concat: 4,
    Div: 4,
    Einsum: 1,
    Equal: 2,
    Erf: 3,
    Expand: 2,
    Gather: 8,
    Identity: 1,
    LayerNormalization: 5,
    MatMul: 17,
    Max: 1,
    Min: 1,
    Mul: 11,
    Not: 1,
    Or: 1,
    Pad: 1,
    Range: 1,
    ReduceMean: 1,
    ReduceSum: 1,
    Reshape: 10,
    Shape: 3,
    Slice: 1,
    Softmax: 2,
    Squeeze: 1,
    Sub: 2,
    Transpose: 11,
    Unsqueeze: 7,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
