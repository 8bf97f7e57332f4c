// Made by vitest-hardware 0.1.0 from 89867e0bf7bb777a; do not edit, "vitest-hardware generate" writes it anew.
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
import { speecht5 } from './speecht5.skillset.ts'

describe('automatic-speech-recognition', () => {
  const test = modelTest({ model: 'speecht5' })

  loadsAs(test, { architecture: 'SpeechT5ForSpeechToText', parameters: 82_395 })
  answers(test, { logits: ['batch_size', 'decoder_sequence_length', 128], encoder_last_hidden_state: ['batch_size', 'num_frames', 32] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, speecht5.automaticSpeechRecognition)
  isMadeOf(test, {
    Add: 64,
    Cast: 1,
    Conv: 4,
    Div: 8,
    Einsum: 2,
    Erf: 8,
    Gather: 10,
    Identity: 2,
    InstanceNormalization: 1,
    LayerNormalization: 12,
    LessOrEqual: 1,
    MatMul: 46,
    Max: 2,
    Min: 2,
    Mul: 24,
    Range: 6,
    Reshape: 26,
    Shape: 6,
    Slice: 1,
    Softmax: 6,
    Sub: 4,
    Transpose: 33,
    Unsqueeze: 9,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'speecht5', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'SpeechT5Model', parameters: 78_299 })
  answers(test, {
    last_hidden_state: ['batch_size', 'decoder_sequence_length', 32],
    encoder_last_hidden_state: ['batch_size', 'num_frames', 32],
  })
  shows(test, 'alone')
  answersBySkill(test, speecht5.featureExtraction)
})

describe('text-to-audio', () => {
  const test = modelTest({ model: 'speecht5', task: 'text-to-audio' })

  loadsAs(test, { architecture: 'SpeechT5ForTextToSpeech', parameters: 88_033 })
  answers(test, { spectrogram: ['batch_size', 'spectrogram_frames', 16], stop_logits: ['batch_size', 'spectrogram_frames'] })
  shows(test, 'alone')
  answersBySkill(test, speecht5.textToAudio)
})
