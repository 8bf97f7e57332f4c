// Made by vitest-hardware 0.1.0 from b70fa271db459078; do not edit, "vitest-hardware generate" writes it anew.
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
import { sewD } from './sew-d.skillset.ts'

describe('automatic-speech-recognition', () => {
  const test = modelTest({ model: 'sew-d' })

  loadsAs(test, { architecture: 'SEWDForCTC', parameters: 31_521 })
  answers(test, { logits: ['batch_size', 'num_frames', 128] })
  shows(test, 'alone')
  answersBySkill(test, sewD.automaticSpeechRecognition)
  isMadeOf(test, {
    Add: 41,
    AveragePool: 1,
    Concat: 5,
    Conv: 4,
    Div: 7,
    Erf: 7,
    Expand: 4,
    Gather: 2,
    GatherElements: 4,
    Identity: 1,
    InstanceNormalization: 1,
    LayerNormalization: 6,
    MatMul: 27,
    Max: 5,
    Min: 6,
    Mul: 21,
    Pad: 1,
    Range: 1,
    Reshape: 15,
    Shape: 14,
    Slice: 3,
    Softmax: 2,
    Sub: 4,
    Transpose: 23,
    Unsqueeze: 6,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'sew-d', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'SEWDModel', parameters: 27_297 })
  answers(test, { last_hidden_state: ['batch_size', 'num_frames', 32] })
  shows(test, 'alone')
  answersBySkill(test, sewD.featureExtraction)
})

describe('audio-classification', () => {
  const test = modelTest({ model: 'sew-d', task: 'audio-classification' })

  loadsAs(test, { architecture: 'SEWDForSequenceClassification', parameters: 27_995 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, sewD.audioClassification)
})
