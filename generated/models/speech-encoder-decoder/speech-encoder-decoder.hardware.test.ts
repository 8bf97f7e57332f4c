// Made by vitest-hardware 0.1.0 from 492c41e29b679e5e; do not edit, "vitest-hardware generate" writes it anew.
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
import { speechEncoderDecoder } from './speech-encoder-decoder.skillset.ts'

describe('automatic-speech-recognition', () => {
  const test = modelTest({ model: 'speech-encoder-decoder' })

  loadsAs(test, { architecture: 'SpeechEncoderDecoderModel', parameters: 34_032 })
  answers(test, { logits: ['batch_size', 'decoder_sequence_length', 128], encoder_last_hidden_state: ['batch_size', 'num_frames', 32] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, speechEncoderDecoder.automaticSpeechRecognition)
  isMadeOf(test, {
    Add: 59,
    Cast: 1,
    Conv: 4,
    Div: 8,
    Erf: 8,
    Gather: 4,
    Identity: 2,
    InstanceNormalization: 1,
    LayerNormalization: 14,
    LessOrEqual: 1,
    MatMul: 47,
    Mul: 25,
    Range: 3,
    Reshape: 26,
    Shape: 3,
    Slice: 1,
    Softmax: 6,
    Sub: 2,
    Transpose: 34,
    Unsqueeze: 6,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
