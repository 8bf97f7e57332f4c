// Made by vitest-hardware 0.1.0 from 6ede77e5d515aece; do not edit, "vitest-hardware generate" writes it anew.
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
import { moonshine } from './moonshine.skillset.ts'

describe('automatic-speech-recognition', () => {
  const test = modelTest({ model: 'moonshine' })

  loadsAs(test, { architecture: 'MoonshineForConditionalGeneration', parameters: 84_000 })
  answers(test, { logits: ['batch_size', 'decoder_sequence_length', 128], encoder_last_hidden_state: ['batch_size', 'num_frames', 32] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, moonshine.automaticSpeechRecognition)
  isMadeOf(test, {
    Add: 35,
    Cast: 1,
    Concat: 16,
    Conv: 3,
    Div: 4,
    Erf: 4,
    Gather: 8,
    Identity: 2,
    InstanceNormalization: 1,
    LayerNormalization: 12,
    LessOrEqual: 1,
    MatMul: 45,
    Mul: 36,
    Neg: 8,
    Range: 4,
    Reshape: 34,
    Shape: 4,
    Sigmoid: 2,
    Slice: 16,
    Softmax: 6,
    Split: 10,
    Sub: 2,
    Tanh: 1,
    Transpose: 32,
    Unsqueeze: 27,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'moonshine', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'MoonshineModel', parameters: 84_000 })
  answers(test, {
    last_hidden_state: ['batch_size', 'decoder_sequence_length', 32],
    encoder_last_hidden_state: ['batch_size', 'num_frames', 32],
  })
  shows(test, 'alone')
  answersBySkill(test, moonshine.featureExtraction)
})
