// Made by vitest-hardware 0.1.0 from 23d585363a00ae09; do not edit, "vitest-hardware generate" writes it anew.
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
import { pvtV2 } from './pvt_v2.skillset.ts'

describe('image-classification', () => {
  const test = modelTest({ model: 'pvt_v2' })

  loadsAs(test, { architecture: 'PvtV2ForImageClassification', parameters: 55_048 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, pvtV2.imageClassification)
  isMadeOf(test, {
    Add: 37,
    Conv: 11,
    Div: 4,
    Erf: 4,
    Identity: 1,
    LayerNormalization: 19,
    MatMul: 33,
    Mul: 12,
    ReduceMean: 1,
    Reshape: 39,
    Softmax: 4,
    Transpose: 43,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'pvt_v2', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'PvtV2Model', parameters: 54_717 })
  answers(test, { last_hidden_state: ['batch_size', 32, 2, 2] })
  shows(test, 'alone')
  answersBySkill(test, pvtV2.featureExtraction)
})

describe('backbone', () => {
  const test = modelTest({ model: 'pvt_v2', task: 'backbone' })

  loadsAs(test, { architecture: 'PvtV2Backbone', parameters: 54_717 })
  answers(test, {
    'feature_maps.0': ['batch_size', 8, 16, 16],
    'feature_maps.1': ['batch_size', 16, 8, 8],
    'feature_maps.2': ['batch_size', 24, 4, 4],
    'feature_maps.3': ['batch_size', 32, 2, 2],
  })
  shows(test, 'alone')
  answersBySkill(test, pvtV2.backbone)
})
