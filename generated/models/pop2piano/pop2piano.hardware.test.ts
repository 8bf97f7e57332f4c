// Made by vitest-hardware 0.1.0 from 8eeb257a72151a88; do not edit, "vitest-hardware generate" writes it anew.
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
import { pop2piano } from './pop2piano.skillset.ts'

describe('automatic-speech-recognition', () => {
  const test = modelTest({ model: 'pop2piano' })

  loadsAs(test, { architecture: 'Pop2PianoForConditionalGeneration', parameters: 53_800 })
  answers(test, { logits: ['batch_size', 'decoder_sequence_length', 128], encoder_last_hidden_state: ['batch_size', 'sound_frames', 32] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, pop2piano.automaticSpeechRecognition)
  isMadeOf(test, {
    Add: 36,
    Cast: 3,
    Div: 12,
    Gather: 8,
    Identity: 2,
    LessOrEqual: 1,
    MatMul: 49,
    Max: 2,
    Min: 2,
    Mul: 32,
    Range: 6,
    ReduceMean: 12,
    Relu: 4,
    Reshape: 24,
    Shape: 3,
    Softmax: 6,
    Sqrt: 12,
    Sub: 6,
    Transpose: 33,
    Unsqueeze: 8,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
