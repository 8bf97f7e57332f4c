// Made by vitest-hardware 0.1.0 from de12999718287634; do not edit, "vitest-hardware generate" writes it anew.
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
import { patchtst } from './patchtst.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'patchtst' })

  loadsAs(test, { architecture: 'PatchTSTModel', parameters: 17_936 })
  answers(test, { last_hidden_state: ['batch_size', 3, 7, 32] })
  shows(test, 'alone')
  answersBySkill(test, patchtst.featureExtraction)
  isMadeOf(test, {
    Add: 21,
    BatchNormalization: 4,
    Div: 5,
    Erf: 2,
    Gather: 1,
    Identity: 1,
    MatMul: 17,
    Max: 1,
    Mul: 9,
    ReduceSum: 3,
    Reshape: 11,
    Softmax: 2,
    Sqrt: 1,
    Sub: 2,
    Transpose: 19,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('time-series-classification', () => {
  const test = modelTest({ model: 'patchtst', task: 'time-series-classification' })

  loadsAs(test, { architecture: 'PatchTSTForClassification', parameters: 18_327 })
  answers(test, { prediction_logits: ['batch_size', 4] })
  shows(test, 'alone')
  answersBySkill(test, patchtst.timeSeriesClassification)
})

describe('time-series-regression', () => {
  const test = modelTest({ model: 'patchtst', task: 'time-series-regression' })

  loadsAs(test, { architecture: 'PatchTSTForRegression', parameters: 18_327 })
  answers(test, { regression_outputs: ['batch_size', 4] })
  shows(test, 'alone')
  answersBySkill(test, patchtst.timeSeriesRegression)
})
