// Made by vitest-hardware 0.1.0 from febb432c9b7f5622; do not edit, "vitest-hardware generate" writes it anew.
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
import { promptDepthAnything } from './prompt_depth_anything.skillset.ts'

describe('depth-estimation', () => {
  const test = modelTest({ model: 'prompt_depth_anything' })

  loadsAs(test, { architecture: 'PromptDepthAnythingForDepthEstimation', parameters: 113_252 })
  answers(test, { predicted_depth: ['batch_size', 32, 32] })
  shows(test, 'alone')
  answersBySkill(test, promptDepthAnything.depthEstimation)
  isMadeOf(test, {
    Add: 52,
    Concat: 7,
    Conv: 43,
    ConvTranspose: 2,
    Div: 5,
    Erf: 4,
    Expand: 1,
    Gather: 1,
    Identity: 1,
    LayerNormalization: 12,
    MatMul: 32,
    Mul: 21,
    ReduceMax: 1,
    ReduceMin: 1,
    Relu: 23,
    Reshape: 21,
    Resize: 9,
    Shape: 10,
    Sigmoid: 1,
    Slice: 13,
    Softmax: 4,
    Squeeze: 1,
    Sub: 2,
    Transpose: 25,
    Unsqueeze: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.002 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
