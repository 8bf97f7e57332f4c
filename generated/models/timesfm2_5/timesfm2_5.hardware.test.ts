// Made by vitest-hardware 0.1.0 from 16e06f730ea069c8; do not edit, "vitest-hardware generate" writes it anew.
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
import { timesfm2_5 } from './timesfm2_5.skillset.ts'

describe('time-series-prediction', () => {
  const test = modelTest({ model: 'timesfm2_5' })

  loadsAs(test, { architecture: 'TimesFm2_5ModelForPrediction', parameters: 26_558 })
  answers(test, { mean_predictions: ['batch_size', 8], full_predictions: ['batch_size', 8, 4] })
  shows(test, 'alone')
  answersBySkill(test, timesfm2_5.timeSeriesPrediction)
  isMadeOf(test, {
    Add: 48,
    Cast: 4,
    Concat: 12,
    Div: 28,
    Gather: 6,
    Identity: 2,
    Less: 2,
    LessOrEqual: 1,
    MatMul: 25,
    Max: 15,
    Mul: 87,
    Neg: 5,
    Range: 2,
    ReduceMean: 13,
    ReduceSum: 14,
    Reshape: 12,
    Shape: 2,
    Sigmoid: 5,
    Slice: 17,
    Softmax: 2,
    Softplus: 2,
    Split: 8,
    Sqrt: 20,
    Squeeze: 10,
    Sub: 21,
    Transpose: 10,
    Unsqueeze: 12,
    Where: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'timesfm2_5', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'TimesFm2_5Model', parameters: 19_374 })
  answers(test, { last_hidden_state: ['batch_size', 4, 32], loc: ['batch_size'], scale: ['batch_size'] })
  shows(test, 'alone')
  answersBySkill(test, timesfm2_5.featureExtraction)
})
