// Made by vitest-hardware 0.1.0 from f03fe37fc8401a8b; do not edit, "vitest-hardware generate" writes it anew.
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
import { segformer } from './segformer.skillset.ts'

describe('image-classification', () => {
  const test = modelTest({ model: 'segformer' })

  loadsAs(test, { architecture: 'SegformerForImageClassification', parameters: 51_432 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, segformer.imageClassification)
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
  loadsFromPretrained(test, { autoClass: 'AutoModelForImageClassification' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'segformer', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'SegformerModel', parameters: 51_101 })
  answers(test, { last_hidden_state: ['batch_size', 32, 2, 2] })
  shows(test, 'alone')
  answersBySkill(test, segformer.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'segformer', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'SegformerModel', parameters: 51_101 })
  answers(test, { last_hidden_state: ['batch_size', 32, 2, 2] })
  shows(test, 'alone')
  answersBySkill(test, segformer.imageFeatureExtraction)
})

describe('image-segmentation', () => {
  const test = modelTest({ model: 'segformer', task: 'image-segmentation' })

  loadsAs(test, { architecture: 'SegformerForSemanticSegmentation', parameters: 58_355 })
  answers(test, { logits: ['batch_size', 10, 16, 16] })
  shows(test, 'alone')
  answersBySkill(test, segformer.imageSegmentation)
})
