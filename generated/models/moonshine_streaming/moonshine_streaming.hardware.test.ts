// Made by vitest-hardware 0.1.0 from 92fdcd67021af6e8; do not edit, "vitest-hardware generate" writes it anew.
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
import { moonshineStreaming } from './moonshine_streaming.skillset.ts'

describe('automatic-speech-recognition', () => {
  const test = modelTest({ model: 'moonshine_streaming' })

  loadsAs(test, { architecture: 'MoonshineStreamingForConditionalGeneration', parameters: 99_960 })
  answers(test, { logits: ['batch_size', 'decoder_sequence_length', 128], encoder_last_hidden_state: ['batch_size', 'num_frames', 32] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, moonshineStreaming.automaticSpeechRecognition)
  isMadeOf(test, {
    Abs: 1,
    Add: 36,
    Asinh: 1,
    Cast: 3,
    Concat: 8,
    Conv: 2,
    Div: 2,
    Erf: 2,
    Exp: 1,
    Expand: 1,
    Gather: 8,
    Identity: 2,
    LayerNormalization: 13,
    LessOrEqual: 2,
    MatMul: 46,
    Mul: 33,
    Neg: 4,
    Pad: 2,
    Range: 5,
    Reshape: 29,
    Shape: 5,
    Sigmoid: 4,
    Slice: 8,
    Softmax: 6,
    Split: 6,
    Sub: 4,
    Transpose: 32,
    Unsqueeze: 16,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'moonshine_streaming', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'MoonshineStreamingModel', parameters: 95_864 })
  answers(test, {
    last_hidden_state: ['batch_size', 'decoder_sequence_length', 32],
    encoder_last_hidden_state: ['batch_size', 'num_frames', 32],
  })
  shows(test, 'alone')
  answersBySkill(test, moonshineStreaming.featureExtraction)
})
