// Made by vitest-hardware 0.1.0 from 62a294020c548c34; do not edit, "vitest-hardware generate" writes it anew.
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
import { hiera } from './hiera.skillset.ts'

describe('image-classification', () => {
  const test = modelTest({ model: 'hiera' })

  loadsAs(test, { architecture: 'HieraForImageClassification', parameters: 33_740 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, hiera.imageClassification)
  isMadeOf(test, {
    Add: 39,
    Conv: 1,
    Div: 5,
    Erf: 5,
    Identity: 1,
    LayerNormalization: 11,
    MatMul: 33,
    Mul: 15,
    ReduceMax: 4,
    ReduceMean: 1,
    Reshape: 21,
    Softmax: 5,
    Split: 5,
    Squeeze: 15,
    Transpose: 18,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForImageClassification' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'hiera', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'HieraModel', parameters: 33_410 })
  answers(test, { last_hidden_state: ['batch_size', 4, 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, hiera.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'hiera', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'HieraModel', parameters: 33_410 })
  answers(test, { last_hidden_state: ['batch_size', 4, 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, hiera.imageFeatureExtraction)
})

describe('backbone', () => {
  const test = modelTest({ model: 'hiera', task: 'backbone' })

  loadsAs(test, { architecture: 'HieraBackbone', parameters: 33_535 })
  answers(test, {
    'feature_maps.0': ['batch_size', 8, 8, 8],
    'feature_maps.1': ['batch_size', 16, 4, 4],
    'feature_maps.2': ['batch_size', 32, 2, 2],
  })
  shows(test, 'alone')
  answersBySkill(test, hiera.backbone)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'hiera', task: 'pretraining' })

  loadsAs(test, { architecture: 'HieraForPreTraining', parameters: 56_674 })
  answers(test, { logits: ['batch_size', 4, 768], bool_masked_pos: ['batch_size', 4], ids_restore: ['batch_size', 4] })
  shows(test, 'alone')
  answersBySkill(test, hiera.pretraining)
})
