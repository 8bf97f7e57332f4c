// Made by vitest-hardware 0.1.0 from d7e62d73978e437b; do not edit, "vitest-hardware generate" writes it anew.
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
import { pix2struct } from './pix2struct.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'pix2struct' })

  loadsAs(test, { architecture: 'Pix2StructForConditionalGeneration', parameters: 61_445 })
  answers(test, { logits: ['batch_size', 'decoder_sequence_length', 128], encoder_last_hidden_state: ['batch_size', 9, 32] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, pix2struct.imageTextToText)
  isMadeOf(test, {
    Add: 41,
    Cast: 5,
    Div: 12,
    Equal: 1,
    Gather: 7,
    Identity: 2,
    LessOrEqual: 1,
    MatMul: 50,
    Max: 1,
    Min: 1,
    Mul: 56,
    Not: 1,
    Range: 4,
    ReduceMean: 12,
    ReduceSum: 1,
    Reshape: 24,
    Shape: 2,
    Slice: 3,
    Softmax: 6,
    Sqrt: 12,
    Squeeze: 2,
    Sub: 4,
    Tanh: 4,
    Transpose: 31,
    Unsqueeze: 5,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'pix2struct', task: 'any-to-any' })

  loadsAs(test, { architecture: 'Pix2StructForConditionalGeneration', parameters: 61_445 })
  answers(test, { logits: ['batch_size', 'decoder_sequence_length', 128], encoder_last_hidden_state: ['batch_size', 9, 32] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, pix2struct.anyToAny)
})
