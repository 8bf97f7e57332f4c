// Made by vitest-hardware 0.1.0 from 95f3d2ed3d76dc33; do not edit, "vitest-hardware generate" writes it anew.
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
import { seamlessM4t } from './seamless_m4t.skillset.ts'

describe('automatic-speech-recognition', () => {
  const test = modelTest({ model: 'seamless_m4t' })

  loadsAs(test, { architecture: 'SeamlessM4TForSpeechToText', parameters: 152_678 })
  answers(test, { logits: ['batch_size', 'decoder_sequence_length', 128], encoder_last_hidden_state: ['batch_size', 'num_frames', 32] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, seamlessM4t.automaticSpeechRecognition)
  isMadeOf(test, {
    Add: 74,
    BatchNormalization: 2,
    Cast: 1,
    Concat: 2,
    Conv: 8,
    Gather: 5,
    Identity: 2,
    LayerNormalization: 23,
    LessOrEqual: 1,
    MatMul: 64,
    Mul: 24,
    Pad: 4,
    Range: 3,
    Relu: 4,
    Reshape: 34,
    Shape: 5,
    Sigmoid: 10,
    Slice: 9,
    Softmax: 7,
    Split: 4,
    Sub: 4,
    Transpose: 48,
    Unsqueeze: 8,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'seamless_m4t', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'SeamlessM4TModel', parameters: 152_678 })
  answers(test, { logits: ['batch_size', 'decoder_sequence_length', 128], encoder_last_hidden_state: ['batch_size', 'num_frames', 32] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, seamlessM4t.featureExtraction)
})

describe('text2text-generation', () => {
  const test = modelTest({ model: 'seamless_m4t', task: 'text2text-generation' })

  loadsAs(test, { architecture: 'SeamlessM4TForTextToText', parameters: 67_540 })
  answers(test, {
    logits: ['batch_size', 'decoder_sequence_length', 128],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone', 'causal')
  answersBySkill(test, seamlessM4t.text2textGeneration)
})
