// Made by vitest-hardware 0.1.0 from 8db5afd6d889dc8b; do not edit, "vitest-hardware generate" writes it anew.
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
import { wav2vec2Conformer } from './wav2vec2-conformer.skillset.ts'

describe('automatic-speech-recognition', () => {
  const test = modelTest({ model: 'wav2vec2-conformer' })

  loadsAs(test, { architecture: 'Wav2Vec2ConformerForCTC', parameters: 107_012 })
  answers(test, { logits: ['batch_size', 'num_frames', 128] })
  shows(test, 'alone')
  answersBySkill(test, wav2vec2Conformer.automaticSpeechRecognition)
  isMadeOf(test, {
    Add: 38,
    BatchNormalization: 2,
    Concat: 2,
    Conv: 9,
    Div: 3,
    Erf: 3,
    Gather: 2,
    Identity: 1,
    InstanceNormalization: 1,
    LayerNormalization: 12,
    MatMul: 26,
    Mul: 21,
    Pad: 4,
    Reshape: 16,
    Shape: 5,
    Sigmoid: 8,
    Slice: 10,
    Softmax: 2,
    Split: 2,
    Sub: 4,
    Transpose: 19,
    Unsqueeze: 9,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'wav2vec2-conformer', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Wav2Vec2ConformerModel', parameters: 102_788 })
  answers(test, { last_hidden_state: ['batch_size', 'num_frames', 32] })
  shows(test, 'alone')
  answersBySkill(test, wav2vec2Conformer.featureExtraction)
})

describe('audio-classification', () => {
  const test = modelTest({ model: 'wav2vec2-conformer', task: 'audio-classification' })

  loadsAs(test, { architecture: 'Wav2Vec2ConformerForSequenceClassification', parameters: 103_486 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, wav2vec2Conformer.audioClassification)
})

describe('audio-frame-classification', () => {
  const test = modelTest({ model: 'wav2vec2-conformer', task: 'audio-frame-classification' })

  loadsAs(test, { architecture: 'Wav2Vec2ConformerForAudioFrameClassification', parameters: 103_118 })
  answers(test, { logits: ['batch_size', 'num_frames', 10] })
  shows(test, 'alone')
  answersBySkill(test, wav2vec2Conformer.audioFrameClassification)
})

describe('audio-xvector', () => {
  const test = modelTest({ model: 'wav2vec2-conformer', task: 'audio-xvector' })

  loadsAs(test, { architecture: 'Wav2Vec2ConformerForXVector', parameters: 108_308 })
  answers(test, { logits: ['batch_size', 16], embeddings: ['batch_size', 16] })
  shows(test, 'alone')
  answersBySkill(test, wav2vec2Conformer.audioXvector)
})
