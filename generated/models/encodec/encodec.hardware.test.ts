// Made by vitest-hardware 0.1.0 from c7fb4947eed3cefd; do not edit, "vitest-hardware generate" writes it anew.
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
import { encodec } from './encodec.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'encodec' })

  loadsAs(test, { architecture: 'EncodecModel', parameters: 54_540 })
  answers(test, { audio_codes: [1, 'batch_size', 4, 'num_frames'], audio_values: ['batch_size', 1, 'num_samples'] })
  shows(test, 'alone')
  answersBySkill(test, encodec.featureExtraction)
  isMadeOf(test, {
    Add: 9,
    ArgMin: 4,
    Concat: 3,
    Conv: 18,
    ConvTranspose: 2,
    Elu: 14,
    Gather: 4,
    Identity: 2,
    LSTM: 4,
    MatMul: 4,
    Mod: 2,
    Mul: 8,
    Neg: 2,
    Pad: 18,
    ReduceSum: 4,
    Shape: 3,
    Slice: 3,
    Squeeze: 4,
    Sub: 7,
    Transpose: 10,
    Unsqueeze: 5,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.002 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
