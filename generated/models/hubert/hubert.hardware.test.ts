// Made by vitest-hardware 0.1.0 from 726473f4eaeeaed7; do not edit, "vitest-hardware generate" writes it anew.
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
import { hubert } from './hubert.skillset.ts'

describe('automatic-speech-recognition', () => {
  const test = modelTest({ model: 'hubert' })

  loadsAs(test, { architecture: 'HubertForCTC', parameters: 27_858 })
  answers(test, { logits: ['batch_size', 'num_frames', 128] })
  shows(test, 'alone')
  answersBySkill(test, hubert.automaticSpeechRecognition)
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
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCTC' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'hubert', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'HubertModel', parameters: 23_634 })
  answers(test, { last_hidden_state: ['batch_size', 'num_frames', 32] })
  shows(test, 'alone')
  answersBySkill(test, hubert.featureExtraction)
})

describe('audio-classification', () => {
  const test = modelTest({ model: 'hubert', task: 'audio-classification' })

  loadsAs(test, { architecture: 'HubertForSequenceClassification', parameters: 24_332 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, hubert.audioClassification)
})
