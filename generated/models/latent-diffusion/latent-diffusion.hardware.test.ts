// Made by vitest-hardware 0.1.0 from 0b9820fdc4d7e088; do not edit, "vitest-hardware generate" writes it anew.
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
import { latentDiffusion } from './latent-diffusion.skillset.ts'

describe('text-to-image', () => {
  const test = modelTest({ model: 'latent-diffusion' })

  loadsAs(test, { architecture: 'UNet2DConditionModel', parameters: 181_883 })
  answers(test, { out_sample: ['batch_size', 4, 'height', 'width'] }, { webgpu: 0.001 })
  answersBySkill(test, latentDiffusion.textToImage)
  isMadeOf(test, {
    Add: 113,
    Cast: 1,
    Concat: 5,
    Conv: 39,
    Cos: 1,
    Div: 7,
    Erf: 7,
    Expand: 1,
    Gather: 1,
    Identity: 1,
    InstanceNormalization: 24,
    LayerNormalization: 21,
    MatMul: 108,
    Mul: 86,
    Reshape: 118,
    Resize: 1,
    Shape: 32,
    Sigmoid: 26,
    Sin: 1,
    Softmax: 14,
    Split: 7,
    Transpose: 84,
    Unsqueeze: 58,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
