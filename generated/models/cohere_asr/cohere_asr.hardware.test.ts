// Made by vitest-hardware 0.1.0 from d4c309c7489e1b48; do not edit, "vitest-hardware generate" writes it anew.
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
import { cohereAsr } from './cohere_asr.skillset.ts'

describe('automatic-speech-recognition', () => {
  const test = modelTest({ model: 'cohere_asr' })

  loadsAs(test, { architecture: 'CohereAsrForConditionalGeneration', parameters: 112_327 })
  answers(test, { logits: ['batch_size', 'decoder_sequence_length', 128], encoder_last_hidden_state: ['batch_size', 'num_frames', 32] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, cohereAsr.automaticSpeechRecognition)
  isMadeOf(test, {
    Add: 64,
    BatchNormalization: 2,
    Cast: 1,
    Concat: 2,
    Conv: 11,
    Gather: 5,
    Identity: 2,
    LayerNormalization: 18,
    LessOrEqual: 1,
    MatMul: 55,
    Mul: 19,
    Pad: 4,
    Range: 3,
    Relu: 5,
    Reshape: 31,
    Shape: 5,
    Sigmoid: 8,
    Slice: 9,
    Softmax: 6,
    Split: 2,
    Sub: 4,
    Transpose: 39,
    Unsqueeze: 9,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'cohere_asr', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'CohereAsrModel', parameters: 108_103 })
  answers(test, {
    last_hidden_state: ['batch_size', 'decoder_sequence_length', 32],
    encoder_last_hidden_state: ['batch_size', 'num_frames', 32],
  })
  shows(test, 'alone')
  answersBySkill(test, cohereAsr.featureExtraction)
})
