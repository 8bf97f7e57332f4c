// Made by vitest-hardware 0.1.0 from 37c79e742dbd2c79; do not edit, "vitest-hardware generate" writes it anew.
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
import { depthAnything } from './depth_anything.skillset.ts'

describe('depth-estimation', () => {
  const test = modelTest({ model: 'depth_anything' })

  loadsAs(test, { architecture: 'DepthAnythingForDepthEstimation', parameters: 94_048 })
  answers(test, { predicted_depth: ['batch_size', 32, 32] })
  shows(test, 'alone')
  answersBySkill(test, depthAnything.depthEstimation)
  isMadeOf(test, {
    Add: 47,
    Concat: 3,
    Conv: 31,
    ConvTranspose: 2,
    Div: 4,
    Erf: 4,
    Expand: 1,
    Gather: 1,
    Identity: 1,
    LayerNormalization: 12,
    MatMul: 32,
    Mul: 20,
    Relu: 16,
    Reshape: 21,
    Resize: 5,
    Shape: 2,
    Slice: 5,
    Softmax: 4,
    Squeeze: 1,
    Transpose: 25,
    Unsqueeze: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForDepthEstimation' })
})
