// Made by vitest-hardware 0.1.0 from b9e108217dbe52ea; do not edit, "vitest-hardware generate" writes it anew.
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
import { unispeech } from './unispeech.skillset.ts'

describe('automatic-speech-recognition', () => {
  const test = modelTest({ model: 'unispeech' })

  loadsAs(test, { architecture: 'UniSpeechForCTC', parameters: 27_858 })
  answers(test, { logits: ['batch_size', 'num_frames', 128] })
  shows(test, 'alone')
  answersBySkill(test, unispeech.automaticSpeechRecognition)
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
  const test = modelTest({ model: 'unispeech', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'UniSpeechModel', parameters: 23_634 })
  answers(test, { last_hidden_state: ['batch_size', 'num_frames', 32] })
  shows(test, 'alone')
  answersBySkill(test, unispeech.featureExtraction)
})

describe('audio-classification', () => {
  const test = modelTest({ model: 'unispeech', task: 'audio-classification' })

  loadsAs(test, { architecture: 'UniSpeechForSequenceClassification', parameters: 24_332 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, unispeech.audioClassification)
})
