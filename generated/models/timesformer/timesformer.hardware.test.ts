// Made by vitest-hardware 0.1.0 from f525e57a03658511; do not edit, "vitest-hardware generate" writes it anew.
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
import { timesformer } from './timesformer.skillset.ts'

describe('video-classification', () => {
  const test = modelTest({ model: 'timesformer' })

  loadsAs(test, { architecture: 'TimesformerForVideoClassification', parameters: 35_102 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, timesformer.videoClassification)
  isMadeOf(test, {
    Add: 25,
    Concat: 9,
    Conv: 1,
    Div: 2,
    Erf: 2,
    Expand: 3,
    Gather: 2,
    Identity: 1,
    LayerNormalization: 7,
    MatMul: 23,
    Mul: 8,
    ReduceMean: 2,
    Reshape: 29,
    Shape: 1,
    Slice: 11,
    Softmax: 4,
    Split: 4,
    Transpose: 18,
    Unsqueeze: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'timesformer', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'TimesformerModel', parameters: 34_772 })
  answers(test, { last_hidden_state: ['batch_size', 65, 32] })
  shows(test, 'alone')
  answersBySkill(test, timesformer.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'timesformer', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'TimesformerModel', parameters: 34_772 })
  answers(test, { last_hidden_state: ['batch_size', 65, 32] })
  shows(test, 'alone')
  answersBySkill(test, timesformer.imageFeatureExtraction)
})
