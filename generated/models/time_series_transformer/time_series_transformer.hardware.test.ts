// Made by vitest-hardware 0.1.0 from fcf6f0c00e4ef0ef; do not edit, "vitest-hardware generate" writes it anew.
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
import { timeSeriesTransformer } from './time_series_transformer.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'time_series_transformer' })

  loadsAs(test, { architecture: 'TimeSeriesTransformerModel', parameters: 44_162 })
  answers(test, { last_hidden_state: ['batch_size', 4, 32], encoder_last_hidden_state: ['batch_size', 8, 32], scale: ['batch_size', 1] })
  shows(test, 'alone')
  answersBySkill(test, timeSeriesTransformer.featureExtraction)
  isMadeOf(test, {
    Abs: 1,
    Add: 50,
    Cast: 1,
    Concat: 4,
    Div: 7,
    Erf: 4,
    Expand: 1,
    Gather: 2,
    Greater: 1,
    Identity: 3,
    LayerNormalization: 12,
    LessOrEqual: 1,
    Log: 1,
    MatMul: 46,
    Max: 3,
    Mul: 17,
    Range: 2,
    ReduceSum: 4,
    Reshape: 25,
    Shape: 1,
    Slice: 7,
    Softmax: 6,
    Sub: 2,
    Transpose: 30,
    Unsqueeze: 3,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
