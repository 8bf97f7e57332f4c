// Made by vitest-hardware 0.1.0 from e2eca578d07284eb; do not edit, "vitest-hardware generate" writes it anew.
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
import { vitpose } from './vitpose.skillset.ts'

describe('keypoint-detection', () => {
  const test = modelTest({ model: 'vitpose' })

  loadsAs(test, { architecture: 'VitPoseForPoseEstimation', parameters: 33_886 })
  answers(test, { heatmaps: ['batch_size', 5, 16, 16] })
  shows(test, 'alone')
  answersBySkill(test, vitpose.keypointDetection)
  isMadeOf(test, {
    Add: 29,
    Conv: 2,
    Div: 3,
    Erf: 3,
    Identity: 1,
    LayerNormalization: 7,
    MatMul: 24,
    Mul: 9,
    Relu: 1,
    Reshape: 14,
    Resize: 1,
    Slice: 2,
    Softmax: 3,
    Transpose: 17,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.002 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
