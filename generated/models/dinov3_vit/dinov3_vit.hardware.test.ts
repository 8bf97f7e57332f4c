// Made by vitest-hardware 0.1.0 from 8ec3401ff8a712cf; do not edit, "vitest-hardware generate" writes it anew.
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
import { dinov3Vit } from './dinov3_vit.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'dinov3_vit' })

  loadsAs(test, { architecture: 'DINOv3ViTModel', parameters: 32_150 })
  answers(test, { last_hidden_state: ['batch_size', 21, 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, dinov3Vit.featureExtraction)
  isMadeOf(test, {
    Add: 20,
    Concat: 11,
    Conv: 1,
    Div: 2,
    Erf: 2,
    Expand: 2,
    Gather: 3,
    Identity: 2,
    LayerNormalization: 5,
    MatMul: 16,
    Mul: 18,
    Neg: 4,
    Reshape: 9,
    Shape: 2,
    Softmax: 2,
    Split: 8,
    Transpose: 11,
    Unsqueeze: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModel' })
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'dinov3_vit', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'DINOv3ViTModel', parameters: 32_150 })
  answers(test, { last_hidden_state: ['batch_size', 21, 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, dinov3Vit.imageFeatureExtraction)
})

describe('backbone', () => {
  const test = modelTest({ model: 'dinov3_vit', task: 'backbone' })

  loadsAs(test, { architecture: 'DINOv3ViTBackbone', parameters: 32_157 })
  answers(test, { 'feature_maps.0': ['batch_size', 32, 4, 4], 'feature_maps.1': ['batch_size', 32, 4, 4] })
  shows(test, 'alone')
  answersBySkill(test, dinov3Vit.backbone)
})
