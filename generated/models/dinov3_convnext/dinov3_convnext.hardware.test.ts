// Made by vitest-hardware 0.1.0 from 9324c78fd807462a; do not edit, "vitest-hardware generate" writes it anew.
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
import { dinov3Convnext } from './dinov3_convnext.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'dinov3_convnext' })

  loadsAs(test, { architecture: 'DINOv3ConvNextModel', parameters: 31_770 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, dinov3Convnext.featureExtraction)
  isMadeOf(test, {
    Add: 20,
    Concat: 1,
    Conv: 9,
    Div: 5,
    Erf: 5,
    Gather: 1,
    Identity: 2,
    LayerNormalization: 10,
    MatMul: 10,
    Mul: 15,
    ReduceMean: 1,
    Reshape: 1,
    Transpose: 19,
    Unsqueeze: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModel' })
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'dinov3_convnext', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'DINOv3ConvNextModel', parameters: 31_770 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, dinov3Convnext.imageFeatureExtraction)
})

describe('backbone', () => {
  const test = modelTest({ model: 'dinov3_convnext', task: 'backbone' })

  loadsAs(test, { architecture: 'DINOv3ConvNextBackbone', parameters: 31_699 })
  answers(test, {
    'feature_maps.0': ['batch_size', 8, 'height_0', 'width_0'],
    'feature_maps.1': ['batch_size', 16, 'height_1', 'width_1'],
    'feature_maps.2': ['batch_size', 24, 'height_2', 'width_2'],
    'feature_maps.3': ['batch_size', 32, 'height_3', 'width_3'],
  })
  shows(test, 'alone')
  answersBySkill(test, dinov3Convnext.backbone)
})
