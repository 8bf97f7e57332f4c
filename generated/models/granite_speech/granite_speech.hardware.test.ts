// Made by vitest-hardware 0.1.0 from 978d6cc23c9c09bf; do not edit, "vitest-hardware generate" writes it anew.
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
import { graniteSpeech } from './granite_speech.skillset.ts'

describe('automatic-speech-recognition', () => {
  const test = modelTest({ model: 'granite_speech' })

  loadsAs(test, { architecture: 'GraniteSpeechForConditionalGeneration', parameters: 89_016 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, graniteSpeech.automaticSpeechRecognition)
  isMadeOf(test, {
    Add: 68,
    BatchNormalization: 2,
    Cast: 3,
    Concat: 8,
    Conv: 6,
    CumSum: 2,
    Div: 7,
    Einsum: 2,
    Equal: 1,
    Erf: 2,
    Expand: 5,
    Gather: 9,
    GatherND: 1,
    Identity: 1,
    LayerNormalization: 17,
    LessOrEqual: 1,
    MatMul: 69,
    Max: 2,
    Min: 1,
    Mul: 57,
    Neg: 4,
    Pad: 2,
    Range: 2,
    ReduceMean: 5,
    Reshape: 45,
    Shape: 5,
    Sigmoid: 10,
    Softmax: 9,
    Split: 8,
    Sqrt: 5,
    Sub: 5,
    Transpose: 44,
    Unsqueeze: 11,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'granite_speech', task: 'any-to-any' })

  loadsAs(test, { architecture: 'GraniteSpeechForConditionalGeneration', parameters: 89_016 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, graniteSpeech.anyToAny)
})

describe('text2text-generation', () => {
  const test = modelTest({ model: 'granite_speech', task: 'text2text-generation' })

  loadsAs(test, { architecture: 'GraniteSpeechForConditionalGeneration', parameters: 89_016 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, graniteSpeech.text2textGeneration)
})
