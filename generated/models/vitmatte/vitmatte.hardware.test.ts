// Made by vitest-hardware 0.1.0 from 8a9b4a04347a9a31; do not edit, "vitest-hardware generate" writes it anew.
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
import { vitmatte } from './vitmatte.skillset.ts'

describe('image-to-image', () => {
  const test = modelTest({ model: 'vitmatte' })

  loadsAs(test, { architecture: 'VitMatteForImageMatting', parameters: 58_589 })
  answers(test, { alphas: ['batch_size', 1, 32, 32] })
  shows(test, 'alone')
  answersBySkill(test, vitmatte.imageToImage)
  isMadeOf(test, {
    Add: 28,
    BatchNormalization: 8,
    Concat: 4,
    Conv: 10,
    Div: 3,
    Erf: 3,
    Gather: 6,
    Identity: 1,
    LayerNormalization: 6,
    MatMul: 24,
    Mul: 9,
    Pad: 1,
    Relu: 8,
    Reshape: 34,
    Resize: 3,
    Sigmoid: 1,
    Slice: 1,
    Softmax: 3,
    Split: 3,
    Transpose: 31,
    Unsqueeze: 6,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.002 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
