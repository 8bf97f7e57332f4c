// Made by vitest-hardware 0.1.0 from 5a6ec53d4a28ff51; do not edit, "vitest-hardware generate" writes it anew.
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
import { timesfm } from './timesfm.skillset.ts'

describe('time-series-prediction', () => {
  const test = modelTest({ model: 'timesfm' })

  loadsAs(test, { architecture: 'TimesFmModelForPrediction', parameters: 18_455 })
  answers(test, { mean_predictions: ['batch_size', 8], full_predictions: ['batch_size', 8, 4] })
  shows(test, 'alone')
  answersBySkill(test, timesfm.timeSeriesPrediction)
  isMadeOf(test, {
    Abs: 1,
    Add: 31,
    ArgMax: 1,
    ArgMin: 1,
    Cast: 3,
    Concat: 1,
    Div: 5,
    Gather: 3,
    GatherND: 2,
    Greater: 2,
    GreaterOrEqual: 1,
    Identity: 2,
    LayerNormalization: 2,
    Less: 2,
    LessOrEqual: 1,
    MatMul: 22,
    Max: 2,
    Min: 1,
    Mod: 1,
    Mul: 19,
    Range: 2,
    ReduceMax: 1,
    ReduceMean: 2,
    ReduceMin: 1,
    ReduceSum: 4,
    Relu: 2,
    Reshape: 11,
    Shape: 1,
    Sigmoid: 2,
    Slice: 2,
    Softmax: 2,
    Softplus: 2,
    Sqrt: 3,
    Squeeze: 1,
    Sub: 8,
    Transpose: 10,
    Unsqueeze: 6,
    Where: 4,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'timesfm', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'TimesFmModel', parameters: 15_282 })
  answers(test, { last_hidden_state: ['batch_size', 4, 32], loc: ['batch_size'], scale: ['batch_size'] })
  shows(test, 'alone')
  answersBySkill(test, timesfm.featureExtraction)
})
