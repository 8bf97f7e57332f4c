// Made by vitest-hardware 0.1.0 from dc2d4a8af60851e8; do not edit, "vitest-hardware generate" writes it anew.
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
import { wav2vec2Bert } from './wav2vec2-bert.skillset.ts'

describe('automatic-speech-recognition', () => {
  const test = modelTest({ model: 'wav2vec2-bert' })

  loadsAs(test, { architecture: 'Wav2Vec2BertForCTC', parameters: 38_346 })
  answers(test, { logits: ['batch_size', 'sound_frames', 128] })
  shows(test, 'alone')
  answersBySkill(test, wav2vec2Bert.automaticSpeechRecognition)
  isMadeOf(test, {
    Add: 32,
    Cast: 3,
    Conv: 6,
    Einsum: 2,
    Gather: 4,
    Identity: 1,
    LayerNormalization: 13,
    MatMul: 22,
    Max: 2,
    Min: 2,
    Mul: 17,
    Pad: 2,
    Range: 2,
    Reshape: 8,
    Shape: 2,
    Sigmoid: 8,
    Softmax: 2,
    Split: 2,
    Sub: 3,
    Transpose: 18,
    Unsqueeze: 5,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCTC' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'wav2vec2-bert', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Wav2Vec2BertModel', parameters: 34_122 })
  answers(test, { last_hidden_state: ['batch_size', 'sound_frames', 32] })
  shows(test, 'alone')
  answersBySkill(test, wav2vec2Bert.featureExtraction)
})

describe('audio-classification', () => {
  const test = modelTest({ model: 'wav2vec2-bert', task: 'audio-classification' })

  loadsAs(test, { architecture: 'Wav2Vec2BertForSequenceClassification', parameters: 34_820 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, wav2vec2Bert.audioClassification)
})

describe('audio-frame-classification', () => {
  const test = modelTest({ model: 'wav2vec2-bert', task: 'audio-frame-classification' })

  loadsAs(test, { architecture: 'Wav2Vec2BertForAudioFrameClassification', parameters: 34_452 })
  answers(test, { logits: ['batch_size', 'sound_frames', 10] })
  shows(test, 'alone')
  answersBySkill(test, wav2vec2Bert.audioFrameClassification)
})

describe('audio-xvector', () => {
  const test = modelTest({ model: 'wav2vec2-bert', task: 'audio-xvector' })

  loadsAs(test, { architecture: 'Wav2Vec2BertForXVector', parameters: 39_642 })
  answers(test, { logits: ['batch_size', 16], embeddings: ['batch_size', 16] })
  shows(test, 'alone')
  answersBySkill(test, wav2vec2Bert.audioXvector)
})
