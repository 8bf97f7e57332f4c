// Made by vitest-hardware 0.1.0 from cd81183555c25139; do not edit, "vitest-hardware generate" writes it anew.
import { describe } from 'vitest'
import {
  answers,
  answersBySkill,
  answersInHalfPrecision,
  isMadeOf,
  loadsAs,
  loadsFromPretrained,
  refusesWrongInputs,
  survivesSaving,
} from 'vitest-hardware/suites'
import { modelTest } from 'vitest-hardware/test'
import { clap } from './clap.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'clap' })

  loadsAs(test, { architecture: 'ClapModel', parameters: 68_709 })
  answers(test, {
    logits_per_audio: ['audio_batch_size', 'text_batch_size'],
    logits_per_text: ['text_batch_size', 'audio_batch_size'],
    text_embeds: ['text_batch_size', 24],
    audio_embeds: ['audio_batch_size', 24],
  })
  answersBySkill(test, clap.featureExtraction)
  isMadeOf(test, {
    Add: 70,
    BatchNormalization: 1,
    Cast: 2,
    Concat: 10,
    Conv: 1,
    CumSum: 1,
    Div: 10,
    Equal: 1,
    Erf: 6,
    Exp: 2,
    Expand: 2,
    Gather: 8,
    Identity: 4,
    LayerNormalization: 16,
    MatMul: 56,
    Mul: 22,
    Not: 1,
    ReduceL2: 2,
    ReduceMean: 1,
    Relu: 2,
    Reshape: 55,
    Shape: 2,
    Slice: 18,
    Softmax: 6,
    Sub: 1,
    Tanh: 1,
    Transpose: 49,
    Unsqueeze: 5,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
