// Made by vitest-hardware 0.1.0 from fc42da35231c32d3; do not edit, "vitest-hardware generate" writes it anew.
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
import { lasrCtc } from './lasr_ctc.skillset.ts'

describe('automatic-speech-recognition', () => {
  const test = modelTest({ model: 'lasr_ctc' })

  loadsAs(test, { architecture: 'LasrForCTC', parameters: 47_453 })
  answers(test, { logits: ['batch_size', 'num_frames', 128] })
  shows(test, 'alone')
  answersBySkill(test, lasrCtc.automaticSpeechRecognition)
  isMadeOf(test, {
    Add: 15,
    BatchNormalization: 2,
    Concat: 6,
    Conv: 9,
    Gather: 3,
    Identity: 1,
    LayerNormalization: 11,
    MatMul: 22,
    Mul: 28,
    Neg: 4,
    Pad: 2,
    Range: 1,
    Relu: 3,
    Reshape: 8,
    Shape: 1,
    Sigmoid: 8,
    Softmax: 2,
    Split: 6,
    Transpose: 18,
    Unsqueeze: 3,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'lasr_ctc', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'LasrForCTC', parameters: 47_453 })
  answers(test, { logits: ['batch_size', 'num_frames', 128] })
  shows(test, 'alone')
  answersBySkill(test, lasrCtc.featureExtraction)
})
