// Made by vitest-hardware 0.1.0 from 89a44cc23cd09d5d; do not edit, "vitest-hardware generate" writes it anew.
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
import { vitposeBackbone } from './vitpose_backbone.skillset.ts'

describe('backbone', () => {
  const test = modelTest({ model: 'vitpose_backbone' })

  loadsAs(test, { architecture: 'VitPoseBackbone', parameters: 32_433 })
  answers(test, { 'feature_maps.0': ['batch_size', 16, 32] })
  shows(test, 'alone')
  answersBySkill(test, vitposeBackbone.backbone)
  isMadeOf(test, {
    Add: 29,
    Conv: 1,
    Div: 3,
    Erf: 3,
    Identity: 1,
    LayerNormalization: 7,
    MatMul: 24,
    Mul: 9,
    Reshape: 13,
    Slice: 2,
    Softmax: 3,
    Transpose: 16,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
