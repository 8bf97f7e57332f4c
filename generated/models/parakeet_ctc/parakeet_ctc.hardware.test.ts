// Made by vitest-hardware 0.1.0 from 70e94d9a3b754983; do not edit, "vitest-hardware generate" writes it anew.
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
import { parakeetCtc } from './parakeet_ctc.skillset.ts'

describe('automatic-speech-recognition', () => {
  const test = modelTest({ model: 'parakeet_ctc' })

  loadsAs(test, { architecture: 'ParakeetForCTC', parameters: 73_187 })
  answers(test, { logits: ['batch_size', 'num_frames', 128] })
  shows(test, 'alone')
  answersBySkill(test, parakeetCtc.automaticSpeechRecognition)
  isMadeOf(test, {
    Add: 32,
    BatchNormalization: 2,
    Concat: 2,
    Conv: 12,
    Gather: 1,
    Identity: 1,
    LayerNormalization: 10,
    MatMul: 25,
    Mul: 15,
    Pad: 4,
    Relu: 3,
    Reshape: 15,
    Shape: 3,
    Sigmoid: 8,
    Slice: 9,
    Softmax: 2,
    Split: 2,
    Sub: 2,
    Transpose: 21,
    Unsqueeze: 6,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'parakeet_ctc', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'ParakeetForCTC', parameters: 73_187 })
  answers(test, { logits: ['batch_size', 'num_frames', 128] })
  shows(test, 'alone')
  answersBySkill(test, parakeetCtc.featureExtraction)
})
