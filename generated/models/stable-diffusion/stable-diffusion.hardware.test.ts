// Made by vitest-hardware 0.1.0 from 7bbed43910fe9023; do not edit, "vitest-hardware generate" writes it anew.
import { describe } from 'vitest'
import {
  answers,
  answersBySkill,
  answersInHalfPrecision,
  isMadeOf,
  loadsAs,
  loadsFromPretrained,
  refusesWrongInputs,
  survivesSaving,
} from 'vitest-hardware/suites'
import { modelTest } from 'vitest-hardware/test'
import { stableDiffusion } from './stable-diffusion.skillset.ts'

describe('text-to-image', () => {
  const test = modelTest({ model: 'stable-diffusion' })

  loadsAs(test, { architecture: 'UNet2DConditionModel', parameters: 203_267 })
  answers(test, { out_sample: ['batch_size', 4, 'height', 'width'] }, { webgpu: 0.001 })
  answersBySkill(test, stableDiffusion.textToImage)
  isMadeOf(test, {
    Add: 83,
    Cast: 1,
    Concat: 5,
    Conv: 33,
    Cos: 1,
    Div: 4,
    Erf: 4,
    Expand: 1,
    Gather: 1,
    Identity: 1,
    InstanceNormalization: 21,
    LayerNormalization: 12,
    MatMul: 66,
    Mul: 68,
    Reshape: 82,
    Resize: 1,
    Shape: 26,
    Sigmoid: 26,
    Sin: 1,
    Softmax: 8,
    Split: 4,
    Transpose: 48,
    Unsqueeze: 52,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
