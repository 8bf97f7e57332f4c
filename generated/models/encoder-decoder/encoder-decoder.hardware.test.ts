// Made by vitest-hardware 0.1.0 from f6d5f0926e04c20c; do not edit, "vitest-hardware generate" writes it anew.
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
import { encoderDecoder } from './encoder-decoder.skillset.ts'

describe('text2text-generation', () => {
  const test = modelTest({ model: 'encoder-decoder' })

  loadsAs(test, { architecture: 'EncoderDecoderModel', parameters: 85_236 })
  answers(test, {
    logits: ['batch_size', 'decoder_sequence_length', 128],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone', 'causal')
  answersBySkill(test, encoderDecoder.text2textGeneration)
  isMadeOf(test, {
    Add: 61,
    Cast: 3,
    Div: 5,
    Erf: 5,
    Gather: 9,
    Identity: 2,
    LayerNormalization: 13,
    LessOrEqual: 1,
    MatMul: 46,
    Mul: 19,
    Range: 4,
    Reshape: 24,
    Shape: 3,
    Softmax: 6,
    Sub: 4,
    Transpose: 31,
    Unsqueeze: 6,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
