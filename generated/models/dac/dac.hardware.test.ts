// Made by vitest-hardware 0.1.0 from b56f31937e3f07c8; do not edit, "vitest-hardware generate" writes it anew.
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
import { dac } from './dac.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'dac' })

  loadsAs(test, { architecture: 'DacModel', parameters: 38_187 })
  answers(test, {
    audio_values: ['batch_size', 1, 'decoded_samples'],
    quantized_representation: ['batch_size', 32, 'num_frames'],
    audio_codes: ['batch_size', 3, 'num_frames'],
    projected_latents: ['batch_size', 24, 'num_frames'],
  })
  shows(test, 'alone')
  answersBySkill(test, dac.featureExtraction)
  isMadeOf(test, {
    Add: 74,
    ArgMax: 3,
    Concat: 2,
    Conv: 36,
    ConvTranspose: 2,
    Gather: 3,
    Identity: 4,
    LpNormalization: 6,
    MatMul: 3,
    Mul: 90,
    Reciprocal: 30,
    Sin: 30,
    Sub: 2,
    Tanh: 1,
    Transpose: 9,
    Unsqueeze: 3,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: null })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('audio-tokenization', () => {
  const test = modelTest({ model: 'dac', task: 'audio-tokenization' })

  loadsAs(test, { architecture: 'DacModel', parameters: 38_187 })
  answers(test, {
    audio_values: ['batch_size', 1, 'decoded_samples'],
    quantized_representation: ['batch_size', 32, 'num_frames'],
    audio_codes: ['batch_size', 3, 'num_frames'],
    projected_latents: ['batch_size', 24, 'num_frames'],
  })
  shows(test, 'alone')
  answersBySkill(test, dac.audioTokenization)
})
