// Made by vitest-hardware 0.1.0 from 1da04f672ff83dfc; do not edit, "vitest-hardware generate" writes it anew.
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
import { mctct } from './mctct.skillset.ts'

describe('automatic-speech-recognition', () => {
  const test = modelTest({ model: 'mctct' })

  loadsAs(test, { architecture: 'MCTCTForCTC', parameters: 29_895 })
  answers(test, { logits: ['batch_size', 'num_frames', 128] })
  shows(test, 'alone')
  answersBySkill(test, mctct.automaticSpeechRecognition)
  isMadeOf(test, {
    Add: 14,
    Conv: 1,
    Einsum: 2,
    Gather: 4,
    Identity: 1,
    MatMul: 17,
    Max: 2,
    Min: 2,
    Mul: 8,
    Range: 2,
    Relu: 2,
    Reshape: 8,
    Shape: 2,
    Sigmoid: 1,
    Softmax: 2,
    Split: 1,
    Sub: 2,
    Transpose: 12,
    Unsqueeze: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'mctct', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'MCTCTModel', parameters: 25_671 })
  answers(test, { last_hidden_state: ['batch_size', 'num_frames', 32] })
  shows(test, 'alone')
  answersBySkill(test, mctct.featureExtraction)
})
