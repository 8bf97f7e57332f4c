// Made by vitest-hardware 0.1.0 from 178065578f00f6d0; do not edit, "vitest-hardware generate" writes it anew.
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
import { dit } from './dit.skillset.ts'

describe('class-conditional-image-generation', () => {
  const test = modelTest({ model: 'dit' })

  loadsAs(test, { architecture: 'DiTTransformer2DModel', parameters: 63_420 })
  answers(test, { out_sample: ['batch_size', 8, 16, 16] }, { webgpu: 0.001 })
  answersBySkill(test, dit.classConditionalImageGeneration)
  isMadeOf(test, {
    Add: 41,
    Cast: 2,
    Concat: 2,
    Conv: 1,
    Cos: 2,
    Expand: 1,
    Gather: 3,
    Identity: 1,
    LayerNormalization: 5,
    MatMul: 24,
    Mul: 30,
    Reshape: 11,
    Shape: 1,
    Sigmoid: 5,
    Sin: 2,
    Softmax: 2,
    Split: 3,
    Tanh: 2,
    Transpose: 12,
    Unsqueeze: 6,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.2 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
