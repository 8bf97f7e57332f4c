// Made by vitest-hardware 0.1.0 from b0ccbfb5e9dd3c61; do not edit, "vitest-hardware generate" writes it anew.
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
import { wavlm } from './wavlm.skillset.ts'

describe('automatic-speech-recognition', () => {
  const test = modelTest({ model: 'wavlm' })

  loadsAs(test, { architecture: 'WavLMForCTC', parameters: 28_309 })
  answers(test, { logits: ['batch_size', 'num_frames', 128] })
  shows(test, 'alone')
  answersBySkill(test, wavlm.automaticSpeechRecognition)
  isMadeOf(test, {
    Add: 34,
    Conv: 4,
    Div: 6,
    Erf: 6,
    Gather: 3,
    Identity: 1,
    InstanceNormalization: 1,
    LayerNormalization: 6,
    MatMul: 20,
    Max: 1,
    Min: 1,
    Mul: 21,
    Range: 2,
    ReduceSum: 2,
    Reshape: 14,
    Shape: 2,
    Sigmoid: 2,
    Slice: 1,
    Softmax: 2,
    Split: 2,
    Sub: 3,
    Transpose: 16,
    Unsqueeze: 5,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCTC' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'wavlm', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'WavLMModel', parameters: 24_085 })
  answers(test, { last_hidden_state: ['batch_size', 'num_frames', 32] })
  shows(test, 'alone')
  answersBySkill(test, wavlm.featureExtraction)
})

describe('audio-classification', () => {
  const test = modelTest({ model: 'wavlm', task: 'audio-classification' })

  loadsAs(test, { architecture: 'WavLMForSequenceClassification', parameters: 24_783 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, wavlm.audioClassification)
})

describe('audio-frame-classification', () => {
  const test = modelTest({ model: 'wavlm', task: 'audio-frame-classification' })

  loadsAs(test, { architecture: 'WavLMForAudioFrameClassification', parameters: 24_415 })
  answers(test, { logits: ['batch_size', 'num_frames', 10] })
  shows(test, 'alone')
  answersBySkill(test, wavlm.audioFrameClassification)
})

describe('audio-xvector', () => {
  const test = modelTest({ model: 'wavlm', task: 'audio-xvector' })

  loadsAs(test, { architecture: 'WavLMForXVector', parameters: 29_605 })
  answers(test, { logits: ['batch_size', 16], embeddings: ['batch_size', 16] })
  shows(test, 'alone')
  answersBySkill(test, wavlm.audioXvector)
})
