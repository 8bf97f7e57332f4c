// Made by vitest-hardware 0.1.0 from c62b4343b63a3dcd; do not edit, "vitest-hardware generate" writes it anew.
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
import { poolformer } from './poolformer.skillset.ts'

describe('image-classification', () => {
  const test = modelTest({ model: 'poolformer' })

  loadsAs(test, { architecture: 'PoolFormerForImageClassification', parameters: 34_294 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, poolformer.imageClassification)
  isMadeOf(test, {
    Add: 27,
    AveragePool: 5,
    Conv: 14,
    Div: 5,
    Erf: 5,
    Identity: 1,
    InstanceNormalization: 11,
    MatMul: 1,
    Mul: 31,
    ReduceMean: 1,
    Reshape: 22,
    Shape: 11,
    Sub: 5,
    Unsqueeze: 32,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'poolformer', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'PoolFormerModel', parameters: 33_898 })
  answers(test, { last_hidden_state: ['batch_size', 32, 'feature_height', 'feature_width'] })
  shows(test, 'alone')
  answersBySkill(test, poolformer.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'poolformer', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'PoolFormerModel', parameters: 33_898 })
  answers(test, { last_hidden_state: ['batch_size', 32, 'feature_height', 'feature_width'] })
  shows(test, 'alone')
  answersBySkill(test, poolformer.imageFeatureExtraction)
})
