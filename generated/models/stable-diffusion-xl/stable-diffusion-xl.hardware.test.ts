// Made by vitest-hardware 0.1.0 from f048a9c7a7a75766; do not edit, "vitest-hardware generate" writes it anew.
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
import { stableDiffusionXl } from './stable-diffusion-xl.skillset.ts'

describe('text-to-image', () => {
  const test = modelTest({ model: 'stable-diffusion-xl' })

  loadsAs(test, { architecture: 'UNet2DConditionModel', parameters: 190_159 })
  answers(test, { out_sample: ['batch_size', 4, 'height', 'width'] }, { webgpu: 0.001 })
  answersBySkill(test, stableDiffusionXl.textToImage)
  isMadeOf(test, {
    Add: 126,
    Cast: 2,
    Concat: 7,
    Conv: 25,
    Cos: 2,
    Div: 8,
    Erf: 8,
    Expand: 1,
    Gather: 1,
    Identity: 1,
    InstanceNormalization: 21,
    LayerNormalization: 24,
    MatMul: 132,
    Mul: 90,
    Reshape: 116,
    Resize: 1,
    Shape: 26,
    Sigmoid: 27,
    Sin: 2,
    Softmax: 16,
    Split: 8,
    Transpose: 88,
    Unsqueeze: 53,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
