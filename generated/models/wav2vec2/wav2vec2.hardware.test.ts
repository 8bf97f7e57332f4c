// Made by vitest-hardware 0.1.0 from 706c97c83290f1cc; do not edit, "vitest-hardware generate" writes it anew.
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
import { wav2vec2 } from './wav2vec2.skillset.ts'

describe('automatic-speech-recognition', () => {
  const test = modelTest({ model: 'wav2vec2' })

  loadsAs(test, { architecture: 'Wav2Vec2ForCTC', parameters: 27_858 })
  answers(test, { logits: ['batch_size', 'num_frames', 128] })
  shows(test, 'alone')
  answersBySkill(test, wav2vec2.automaticSpeechRecognition)
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
  const test = modelTest({ model: 'wav2vec2', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Wav2Vec2Model', parameters: 23_634 })
  answers(test, { last_hidden_state: ['batch_size', 'num_frames', 32] })
  shows(test, 'alone')
  answersBySkill(test, wav2vec2.featureExtraction)
})

describe('audio-classification', () => {
  const test = modelTest({ model: 'wav2vec2', task: 'audio-classification' })

  loadsAs(test, { architecture: 'Wav2Vec2ForSequenceClassification', parameters: 24_332 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, wav2vec2.audioClassification)
})

describe('audio-frame-classification', () => {
  const test = modelTest({ model: 'wav2vec2', task: 'audio-frame-classification' })

  loadsAs(test, { architecture: 'Wav2Vec2ForAudioFrameClassification', parameters: 23_964 })
  answers(test, { logits: ['batch_size', 'num_frames', 10] })
  shows(test, 'alone')
  answersBySkill(test, wav2vec2.audioFrameClassification)
})

describe('audio-xvector', () => {
  const test = modelTest({ model: 'wav2vec2', task: 'audio-xvector' })

  loadsAs(test, { architecture: 'Wav2Vec2ForXVector', parameters: 29_154 })
  answers(test, { logits: ['batch_size', 16], embeddings: ['batch_size', 16] })
  shows(test, 'alone')
  answersBySkill(test, wav2vec2.audioXvector)
})
