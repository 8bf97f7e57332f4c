// Made by vitest-hardware 0.1.0 from d736f723f5b234c0; do not edit, "vitest-hardware generate" writes it anew.
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
import { mimi } from './mimi.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'mimi' })

  loadsAs(test, { architecture: 'MimiModel', parameters: 71_133 })
  answers(test, { audio_codes: ['batch_size', 4, 'num_frames'], audio_values: ['batch_size', 1, 'num_samples'] })
  shows(test, 'alone')
  answersBySkill(test, mimi.featureExtraction)
  isMadeOf(test, {
    Add: 33,
    ArgMin: 4,
    Cast: 4,
    Concat: 17,
    Conv: 19,
    ConvTranspose: 3,
    Div: 4,
    Elu: 14,
    Erf: 4,
    Gather: 12,
    Identity: 2,
    LayerNormalization: 8,
    Less: 2,
    LessOrEqual: 2,
    MatMul: 36,
    Mod: 3,
    Mul: 48,
    Neg: 11,
    Pad: 15,
    Range: 6,
    ReduceSum: 4,
    Reshape: 16,
    Shape: 8,
    Slice: 4,
    Softmax: 4,
    Split: 8,
    Sub: 12,
    Transpose: 32,
    Unsqueeze: 14,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: null })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
