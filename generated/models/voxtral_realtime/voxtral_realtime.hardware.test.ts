// Made by vitest-hardware 0.1.0 from c922c37f591bd57f; do not edit, "vitest-hardware generate" writes it anew.
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
import { voxtralRealtime } from './voxtral_realtime.skillset.ts'

describe('automatic-speech-recognition', () => {
  const test = modelTest({ model: 'voxtral_realtime' })

  loadsAs(test, { architecture: 'VoxtralRealtimeForConditionalGeneration', parameters: 65_746 })
  answers(test, { logits: ['batch_size', 8, 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, voxtralRealtime.automaticSpeechRecognition)
  isMadeOf(test, {
    Add: 47,
    Cast: 6,
    Concat: 12,
    Conv: 2,
    CumSum: 1,
    Div: 15,
    Erf: 5,
    Expand: 5,
    Gather: 10,
    Identity: 1,
    Less: 2,
    LessOrEqual: 2,
    MatMul: 43,
    Max: 1,
    Mul: 66,
    Neg: 8,
    Pad: 2,
    Range: 5,
    ReduceMean: 10,
    Reshape: 21,
    Shape: 6,
    Sigmoid: 4,
    Softmax: 4,
    Split: 8,
    Sqrt: 10,
    Sub: 7,
    Transpose: 22,
    Unsqueeze: 13,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'voxtral_realtime', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'VoxtralRealtimeForConditionalGeneration', parameters: 65_746 })
  answers(test, { logits: ['batch_size', 8, 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, voxtralRealtime.featureExtraction)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'voxtral_realtime', task: 'pretraining' })

  loadsAs(test, { architecture: 'VoxtralRealtimeForConditionalGeneration', parameters: 65_746 })
  answers(test, { logits: ['batch_size', 8, 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, voxtralRealtime.pretraining)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'voxtral_realtime', task: 'any-to-any' })

  loadsAs(test, { architecture: 'VoxtralRealtimeForConditionalGeneration', parameters: 65_746 })
  answers(test, { logits: ['batch_size', 8, 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, voxtralRealtime.anyToAny)
})

describe('text2text-generation', () => {
  const test = modelTest({ model: 'voxtral_realtime', task: 'text2text-generation' })

  loadsAs(test, { architecture: 'VoxtralRealtimeForConditionalGeneration', parameters: 65_746 })
  answers(test, { logits: ['batch_size', 8, 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, voxtralRealtime.text2textGeneration)
})
