// Made by vitest-hardware 0.1.0 from 5be471698bbb7e2d; do not edit, "vitest-hardware generate" writes it anew.
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
import { unispeechSat } from './unispeech-sat.skillset.ts'

describe('automatic-speech-recognition', () => {
  const test = modelTest({ model: 'unispeech-sat' })

  loadsAs(test, { architecture: 'UniSpeechSatForCTC', parameters: 27_858 })
  answers(test, { logits: ['batch_size', 'num_frames', 128] })
  shows(test, 'alone')
  answersBySkill(test, unispeechSat.automaticSpeechRecognition)
  isMadeOf(test, {
    Add: 26,
    Conv: 4,
    Div: 6,
    Erf: 6,
    Identity: 1,
    InstanceNormalization: 1,
    LayerNormalization: 6,
    MatMul: 18,
    Mul: 15,
    Reshape: 10,
    Shape: 1,
    Slice: 1,
    Softmax: 2,
    Transpose: 13,
    Unsqueeze: 3,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCTC' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'unispeech-sat', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'UniSpeechSatModel', parameters: 23_634 })
  answers(test, { last_hidden_state: ['batch_size', 'num_frames', 32] })
  shows(test, 'alone')
  answersBySkill(test, unispeechSat.featureExtraction)
})

describe('audio-classification', () => {
  const test = modelTest({ model: 'unispeech-sat', task: 'audio-classification' })

  loadsAs(test, { architecture: 'UniSpeechSatForSequenceClassification', parameters: 24_332 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, unispeechSat.audioClassification)
})

describe('audio-frame-classification', () => {
  const test = modelTest({ model: 'unispeech-sat', task: 'audio-frame-classification' })

  loadsAs(test, { architecture: 'UniSpeechSatForAudioFrameClassification', parameters: 23_964 })
  answers(test, { logits: ['batch_size', 'num_frames', 10] })
  shows(test, 'alone')
  answersBySkill(test, unispeechSat.audioFrameClassification)
})

describe('audio-xvector', () => {
  const test = modelTest({ model: 'unispeech-sat', task: 'audio-xvector' })

  loadsAs(test, { architecture: 'UniSpeechSatForXVector', parameters: 29_154 })
  answers(test, { logits: ['batch_size', 16], embeddings: ['batch_size', 16] })
  shows(test, 'alone')
  answersBySkill(test, unispeechSat.audioXvector)
})
