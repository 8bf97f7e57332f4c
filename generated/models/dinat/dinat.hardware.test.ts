// Made by vitest-hardware 0.1.0 from ed241b40aca49d9b; do not edit, "vitest-hardware generate" writes it anew.
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
import { dinat } from './dinat.skillset.ts'

describe('image-classification', () => {
  const test = modelTest({ model: 'dinat' })

  loadsAs(test, { architecture: 'DinatForImageClassification', parameters: 36_462 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, dinat.imageClassification)
  isMadeOf(test, {
    Add: 41,
    Conv: 3,
    Div: 8,
    Erf: 4,
    Gather: 12,
    Identity: 1,
    LayerNormalization: 11,
    MatMul: 33,
    Mul: 8,
    ReduceMean: 1,
    Reshape: 24,
    Softmax: 4,
    Squeeze: 4,
    Transpose: 23,
    Unsqueeze: 8,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'dinat', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'DinatModel', parameters: 36_132 })
  answers(test, { last_hidden_state: ['batch_size', 4, 4, 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, dinat.featureExtraction)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'dinat', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'DinatModel', parameters: 36_132 })
  answers(test, { last_hidden_state: ['batch_size', 4, 4, 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, dinat.imageFeatureExtraction)
})

describe('backbone', () => {
  const test = modelTest({ model: 'dinat', task: 'backbone' })

  loadsAs(test, { architecture: 'DinatBackbone', parameters: 36_162 })
  answers(test, { 'feature_maps.0': ['batch_size', 16, 8, 8], 'feature_maps.1': ['batch_size', 32, 4, 4] })
  shows(test, 'alone')
  answersBySkill(test, dinat.backbone)
})
