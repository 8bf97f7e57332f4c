// Made by vitest-hardware 0.1.0 from dadccb1d2ee05b3f; do not edit, "vitest-hardware generate" writes it anew.
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
import { univnet } from './univnet.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'univnet' })

  loadsAs(test, { architecture: 'UnivNetModel', parameters: 44_780 })
  answers(test, { waveforms: ['batch_size', 'num_samples'] })
  shows(test, 'alone')
  answersBySkill(test, univnet.featureExtraction)
  isMadeOf(test, {
    Add: 12,
    Concat: 4,
    Conv: 20,
    ConvTranspose: 2,
    Einsum: 4,
    Gather: 8,
    Identity: 1,
    LeakyRelu: 21,
    Mul: 4,
    Pad: 6,
    Reshape: 20,
    Sigmoid: 4,
    Slice: 12,
    Split: 4,
    Squeeze: 1,
    Tanh: 5,
    Transpose: 2,
    Unsqueeze: 16,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.002 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
