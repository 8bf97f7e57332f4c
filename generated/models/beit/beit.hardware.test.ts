// Made by vitest-hardware 0.1.0 from 59b7909f466c5faf; do not edit, "vitest-hardware generate" writes it anew.
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
import { beit } from './beit.skillset.ts'

describe('image-classification', () => {
  const test = modelTest({ model: 'beit' })

  loadsAs(test, { architecture: 'BeitForImageClassification', parameters: 42_914 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, beit.imageClassification)
  isMadeOf(test, {
    Add: 37,
    Concat: 2,
    Conv: 1,
    Div: 4,
    Erf: 4,
    Expand: 1,
    Gather: 5,
    Identity: 1,
    LayerNormalization: 9,
    MatMul: 33,
    Mul: 20,
    ReduceMean: 1,
    Reshape: 17,
    Shape: 1,
    Slice: 1,
    Softmax: 4,
    Transpose: 25,
    Unsqueeze: 5,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForImageClassification' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'beit', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'BeitModel', parameters: 42_584 })
  answers(test, { last_hidden_state: ['batch_size', 17, 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, beit.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'beit', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'BeitModel', parameters: 42_584 })
  answers(test, { last_hidden_state: ['batch_size', 17, 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, beit.imageFeatureExtraction)
})

describe('image-segmentation', () => {
  const test = modelTest({ model: 'beit', task: 'image-segmentation' })

  loadsAs(test, { architecture: 'BeitForSemanticSegmentation', parameters: 144_855 })
  answers(test, { logits: ['batch_size', 10, 16, 16] })
  shows(test, 'alone')
  answersBySkill(test, beit.imageSegmentation)
})

describe('backbone', () => {
  const test = modelTest({ model: 'beit', task: 'backbone' })

  loadsAs(test, { architecture: 'BeitBackbone', parameters: 42_524 })
  answers(test, {
    'feature_maps.0': ['batch_size', 32, 4, 4],
    'feature_maps.1': ['batch_size', 32, 4, 4],
    'feature_maps.2': ['batch_size', 32, 4, 4],
    'feature_maps.3': ['batch_size', 32, 4, 4],
  })
  shows(test, 'alone')
  answersBySkill(test, beit.backbone)
})
