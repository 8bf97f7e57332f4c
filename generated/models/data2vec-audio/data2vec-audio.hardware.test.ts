// Made by vitest-hardware 0.1.0 from 7111c909e40d4fca; do not edit, "vitest-hardware generate" writes it anew.
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
import { data2vecAudio } from './data2vec-audio.skillset.ts'

describe('automatic-speech-recognition', () => {
  const test = modelTest({ model: 'data2vec-audio' })

  loadsAs(test, { architecture: 'Data2VecAudioForCTC', parameters: 48_268 })
  answers(test, { logits: ['batch_size', 'num_frames', 128] })
  shows(test, 'alone')
  answersBySkill(test, data2vecAudio.automaticSpeechRecognition)
  isMadeOf(test, {
    Add: 29,
    Conv: 8,
    Div: 10,
    Erf: 10,
    Identity: 1,
    LayerNormalization: 14,
    MatMul: 18,
    Mul: 22,
    Reshape: 8,
    Softmax: 2,
    Transpose: 29,
    Unsqueeze: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'data2vec-audio', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Data2VecAudioModel', parameters: 44_044 })
  answers(test, { last_hidden_state: ['batch_size', 'num_frames', 32] })
  shows(test, 'alone')
  answersBySkill(test, data2vecAudio.featureExtraction)
})

describe('audio-classification', () => {
  const test = modelTest({ model: 'data2vec-audio', task: 'audio-classification' })

  loadsAs(test, { architecture: 'Data2VecAudioForSequenceClassification', parameters: 44_742 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, data2vecAudio.audioClassification)
})

describe('audio-frame-classification', () => {
  const test = modelTest({ model: 'data2vec-audio', task: 'audio-frame-classification' })

  loadsAs(test, { architecture: 'Data2VecAudioForAudioFrameClassification', parameters: 44_374 })
  answers(test, { logits: ['batch_size', 'num_frames', 10] })
  shows(test, 'alone')
  answersBySkill(test, data2vecAudio.audioFrameClassification)
})

describe('audio-xvector', () => {
  const test = modelTest({ model: 'data2vec-audio', task: 'audio-xvector' })

  loadsAs(test, { architecture: 'Data2VecAudioForXVector', parameters: 49_565 })
  answers(test, { logits: ['batch_size', 16], embeddings: ['batch_size', 16] })
  shows(test, 'alone')
  answersBySkill(test, data2vecAudio.audioXvector)
})
