// Made by vitest-hardware 0.1.0 from 569fb15386bd541b; do not edit, "vitest-hardware generate" writes it anew.
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
import { nougat } from './nougat.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'nougat' })

  loadsAs(test, { architecture: 'VisionEncoderDecoderModel', parameters: 59_516 })
  answers(test, { logits: ['batch_size', 'decoder_sequence_length', 128], encoder_last_hidden_state: ['batch_size', 16, 32] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, nougat.imageTextToText)
  isMadeOf(test, {
    Add: 75,
    Cast: 1,
    Concat: 10,
    Conv: 1,
    Div: 8,
    Erf: 6,
    Expand: 2,
    Gather: 8,
    Identity: 2,
    LayerNormalization: 18,
    LessOrEqual: 1,
    MatMul: 62,
    Mul: 22,
    Range: 3,
    Reshape: 61,
    Shape: 4,
    Slice: 18,
    Softmax: 8,
    Sub: 2,
    Transpose: 55,
    Unsqueeze: 7,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
