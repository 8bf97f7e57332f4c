// Made by vitest-hardware 0.1.0 from d12da70f31b59bf6; do not edit, "vitest-hardware generate" writes it anew.
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
import { levit } from './levit.skillset.ts'

describe('image-classification', () => {
  const test = modelTest({ model: 'levit' })

  loadsAs(test, { architecture: 'LevitForImageClassification', parameters: 36_871 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, levit.imageClassification)
  isMadeOf(test, {
    Add: 14,
    BatchNormalization: 27,
    Conv: 4,
    Gather: 5,
    HardSwish: 13,
    Identity: 1,
    MatMul: 33,
    Mul: 5,
    ReduceMean: 1,
    Reshape: 61,
    Shape: 22,
    Slice: 2,
    Softmax: 5,
    Split: 5,
    Transpose: 26,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.002 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'levit', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'LevitModel', parameters: 36_413 })
  answers(test, { last_hidden_state: ['batch_size', 4, 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, levit.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'levit', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'LevitModel', parameters: 36_413 })
  answers(test, { last_hidden_state: ['batch_size', 4, 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, levit.imageFeatureExtraction)
})
