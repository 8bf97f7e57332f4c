// Made by vitest-hardware 0.1.0 from da700b062ccc7285; do not edit, "vitest-hardware generate" writes it anew.
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
import { speechToText } from './speech_to_text.skillset.ts'

describe('automatic-speech-recognition', () => {
  const test = modelTest({ model: 'speech_to_text' })

  loadsAs(test, { architecture: 'Speech2TextForConditionalGeneration', parameters: 87_126 })
  answers(test, { logits: ['batch_size', 'decoder_sequence_length', 128], encoder_last_hidden_state: ['batch_size', 'num_frames', 32] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, speechToText.automaticSpeechRecognition)
  isMadeOf(test, {
    Add: 53,
    Cast: 3,
    Conv: 2,
    Gather: 6,
    Identity: 2,
    LayerNormalization: 12,
    LessOrEqual: 1,
    MatMul: 45,
    Mul: 13,
    Range: 4,
    Relu: 4,
    Reshape: 24,
    Shape: 3,
    Sigmoid: 2,
    Slice: 1,
    Softmax: 6,
    Split: 2,
    Sub: 4,
    Transpose: 33,
    Unsqueeze: 6,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'speech_to_text', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Speech2TextModel', parameters: 87_126 })
  answers(test, {
    last_hidden_state: ['batch_size', 'decoder_sequence_length', 32],
    encoder_last_hidden_state: ['batch_size', 'num_frames', 32],
  })
  shows(test, 'alone')
  answersBySkill(test, speechToText.featureExtraction)
})
