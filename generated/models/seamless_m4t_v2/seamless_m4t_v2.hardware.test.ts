// Made by vitest-hardware 0.1.0 from 644d95f1f0ec3906; do not edit, "vitest-hardware generate" writes it anew.
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
import { seamlessM4tV2 } from './seamless_m4t_v2.skillset.ts'

describe('automatic-speech-recognition', () => {
  const test = modelTest({ model: 'seamless_m4t_v2' })

  loadsAs(test, { architecture: 'SeamlessM4Tv2ForSpeechToText', parameters: 118_028 })
  answers(test, { logits: ['batch_size', 'decoder_sequence_length', 128], encoder_last_hidden_state: ['batch_size', 'num_frames', 32] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, seamlessM4tV2.automaticSpeechRecognition)
  isMadeOf(test, {
    Add: 71,
    Cast: 1,
    Conv: 8,
    Einsum: 2,
    Gather: 8,
    Identity: 2,
    LayerNormalization: 25,
    LessOrEqual: 1,
    MatMul: 60,
    Max: 2,
    Min: 2,
    Mul: 24,
    Pad: 2,
    Range: 5,
    Relu: 4,
    Reshape: 28,
    Shape: 4,
    Sigmoid: 10,
    Softmax: 7,
    Split: 4,
    Sub: 4,
    Transpose: 48,
    Unsqueeze: 5,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'seamless_m4t_v2', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'SeamlessM4Tv2Model', parameters: 118_028 })
  answers(test, { logits: ['batch_size', 'decoder_sequence_length', 128], encoder_last_hidden_state: ['batch_size', 'num_frames', 32] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, seamlessM4tV2.featureExtraction)
})

describe('text2text-generation', () => {
  const test = modelTest({ model: 'seamless_m4t_v2', task: 'text2text-generation' })

  loadsAs(test, { architecture: 'SeamlessM4Tv2ForTextToText', parameters: 67_540 })
  answers(test, {
    logits: ['batch_size', 'decoder_sequence_length', 128],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone', 'causal')
  answersBySkill(test, seamlessM4tV2.text2textGeneration)
})
