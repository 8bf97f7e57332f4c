// Made by vitest-hardware 0.1.0 from 232df75e7d859506; do not edit, "vitest-hardware generate" writes it anew.
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
import { patchtsmixer } from './patchtsmixer.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'patchtsmixer' })

  loadsAs(test, { architecture: 'PatchTSMixerModel', parameters: 11_651 })
  answers(test, { last_hidden_state: ['batch_size', 3, 7, 32] })
  shows(test, 'alone')
  answersBySkill(test, patchtsmixer.featureExtraction)
  isMadeOf(test, {
    Add: 22,
    Div: 7,
    Erf: 4,
    Gather: 1,
    Identity: 1,
    LayerNormalization: 4,
    MatMul: 13,
    Max: 1,
    Mul: 15,
    ReduceSum: 3,
    Reshape: 1,
    Softmax: 4,
    Sqrt: 1,
    Sub: 2,
    Transpose: 5,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('time-series-classification', () => {
  const test = modelTest({ model: 'patchtsmixer', task: 'time-series-classification' })

  loadsAs(test, { architecture: 'PatchTSMixerForTimeSeriesClassification', parameters: 16_389 })
  answers(test, { prediction_outputs: ['batch_size', 4] })
  shows(test, 'alone')
  answersBySkill(test, patchtsmixer.timeSeriesClassification)
})

describe('time-series-regression', () => {
  const test = modelTest({ model: 'patchtsmixer', task: 'time-series-regression' })

  loadsAs(test, { architecture: 'PatchTSMixerForRegression', parameters: 16_389 })
  answers(test, { regression_outputs: ['batch_size', 4] })
  shows(test, 'alone')
  answersBySkill(test, patchtsmixer.timeSeriesRegression)
})
