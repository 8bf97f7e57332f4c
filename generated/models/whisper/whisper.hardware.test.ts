// Made by vitest-hardware 0.1.0 from d00440444235aa37; do not edit, "vitest-hardware generate" writes it anew.
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
import { whisper } from './whisper.skillset.ts'

describe('automatic-speech-recognition', () => {
  const test = modelTest({ model: 'whisper' })

  loadsAs(test, { architecture: 'WhisperForConditionalGeneration', parameters: 61_266 })
  answers(test, { logits: ['batch_size', 'decoder_sequence_length', 128], encoder_last_hidden_state: ['batch_size', 50, 32] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, whisper.automaticSpeechRecognition)
  isMadeOf(test, {
    Add: 47,
    Cast: 1,
    Conv: 2,
    Div: 6,
    Erf: 6,
    Gather: 4,
    Identity: 2,
    LayerNormalization: 12,
    LessOrEqual: 1,
    MatMul: 45,
    Mul: 19,
    Range: 3,
    Reshape: 24,
    Shape: 2,
    Softmax: 6,
    Sub: 2,
    Transpose: 32,
    Unsqueeze: 3,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForSpeechSeq2Seq' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'whisper', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'WhisperModel', parameters: 61_266 })
  answers(test, { last_hidden_state: ['batch_size', 'decoder_sequence_length', 32], encoder_last_hidden_state: ['batch_size', 50, 32] })
  shows(test, 'alone')
  answersBySkill(test, whisper.featureExtraction)
})

describe('text-generation', () => {
  const test = modelTest({ model: 'whisper', task: 'text-generation' })

  loadsAs(test, { architecture: 'WhisperForCausalLM', parameters: 23_250 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, whisper.textGeneration)
})

describe('audio-classification', () => {
  const test = modelTest({ model: 'whisper', task: 'audio-classification' })

  loadsAs(test, { architecture: 'WhisperForAudioClassification', parameters: 30_214 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, whisper.audioClassification)
})
