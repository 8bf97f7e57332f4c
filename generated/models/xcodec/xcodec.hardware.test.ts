// Made by vitest-hardware 0.1.0 from 193f8ebd4b86747b; do not edit, "vitest-hardware generate" writes it anew.
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
import { xcodec } from './xcodec.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'xcodec' })

  loadsAs(test, { architecture: 'XcodecModel', parameters: 86_874 })
  answers(test, { audio_codes: ['batch_size', 3, 'num_frames'], audio_values: ['batch_size', 1, 'num_samples'] })
  shows(test, 'alone')
  answersBySkill(test, xcodec.featureExtraction)
  isMadeOf(test, {
    Add: 106,
    ArgMin: 3,
    Concat: 2,
    Conv: 44,
    ConvTranspose: 2,
    Div: 5,
    Elu: 8,
    Erf: 5,
    Gather: 3,
    Identity: 2,
    InstanceNormalization: 1,
    LayerNormalization: 6,
    MatMul: 22,
    Mul: 110,
    Pad: 1,
    Reciprocal: 30,
    ReduceSum: 3,
    Reshape: 10,
    Shape: 2,
    Sin: 30,
    Slice: 2,
    Softmax: 2,
    Squeeze: 1,
    Sub: 5,
    Transpose: 23,
    Unsqueeze: 6,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: null })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
