// Made by vitest-hardware 0.1.0 from df27cb874feebccf; do not edit, "vitest-hardware generate" writes it anew.
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
import { sew } from './sew.skillset.ts'

describe('automatic-speech-recognition', () => {
  const test = modelTest({ model: 'sew' })

  loadsAs(test, { architecture: 'SEWForCTC', parameters: 29_977 })
  answers(test, { logits: ['batch_size', 'num_frames', 128] })
  shows(test, 'alone')
  answersBySkill(test, sew.automaticSpeechRecognition)
  isMadeOf(test, {
    Add: 28,
    AveragePool: 1,
    Concat: 1,
    Conv: 4,
    Div: 7,
    Erf: 7,
    Identity: 1,
    InstanceNormalization: 1,
    LayerNormalization: 6,
    MatMul: 19,
    Min: 1,
    Mul: 17,
    Pad: 1,
    Reshape: 11,
    Shape: 5,
    Slice: 3,
    Softmax: 2,
    Sub: 1,
    Transpose: 13,
    Unsqueeze: 3,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'sew', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'SEWModel', parameters: 25_753 })
  answers(test, { last_hidden_state: ['batch_size', 'num_frames', 32] })
  shows(test, 'alone')
  answersBySkill(test, sew.featureExtraction)
})

describe('audio-classification', () => {
  const test = modelTest({ model: 'sew', task: 'audio-classification' })

  loadsAs(test, { architecture: 'SEWForSequenceClassification', parameters: 26_451 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, sew.audioClassification)
})
