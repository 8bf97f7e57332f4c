// Made by vitest-hardware 0.1.0 from 582b630033321660; do not edit, "vitest-hardware generate" writes it anew.
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
import { visionEncoderDecoder } from './vision-encoder-decoder.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'vision-encoder-decoder' })

  loadsAs(test, { architecture: 'VisionEncoderDecoderModel', parameters: 49_753 })
  answers(test, { logits: ['batch_size', 'decoder_sequence_length', 128], encoder_last_hidden_state: ['batch_size', 17, 24] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, visionEncoderDecoder.imageTextToText)
  isMadeOf(test, {
    Add: 46,
    Cast: 1,
    Concat: 2,
    Conv: 1,
    Div: 4,
    Erf: 4,
    Expand: 1,
    Gather: 5,
    Identity: 2,
    LayerNormalization: 12,
    LessOrEqual: 1,
    MatMul: 45,
    Mul: 16,
    Range: 3,
    Reshape: 25,
    Shape: 3,
    Softmax: 6,
    Sub: 2,
    Transpose: 31,
    Unsqueeze: 4,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'vision-encoder-decoder', task: 'any-to-any' })

  loadsAs(test, { architecture: 'VisionEncoderDecoderModel', parameters: 49_753 })
  answers(test, { logits: ['batch_size', 'decoder_sequence_length', 128], encoder_last_hidden_state: ['batch_size', 17, 24] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, visionEncoderDecoder.anyToAny)
})
