// Made by vitest-hardware 0.1.0 from 2a80127fb1f388db; do not edit, "vitest-hardware generate" writes it anew.
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
import { t5gemma } from './t5gemma.skillset.ts'

describe('text2text-generation', () => {
  const test = modelTest({ model: 't5gemma' })

  loadsAs(test, { architecture: 'T5GemmaForConditionalGeneration', parameters: 60_137 })
  answers(test, {
    logits: ['batch_size', 'decoder_sequence_length', 128],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone', 'causal')
  answersBySkill(test, t5gemma.text2textGeneration)
  isMadeOf(test, {
    Abs: 1,
    Add: 78,
    Cast: 7,
    Concat: 12,
    Div: 29,
    Expand: 12,
    Gather: 11,
    Identity: 2,
    Less: 1,
    LessOrEqual: 3,
    MatMul: 49,
    Mul: 110,
    Neg: 8,
    Range: 7,
    ReduceMean: 22,
    Reshape: 36,
    Shape: 5,
    Softmax: 6,
    Split: 8,
    Sqrt: 22,
    Sub: 9,
    Tanh: 11,
    Transpose: 31,
    Unsqueeze: 26,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 't5gemma', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'T5GemmaModel', parameters: 60_136 })
  answers(test, {
    last_hidden_state: ['batch_size', 'decoder_sequence_length', 32],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone')
  answersBySkill(test, t5gemma.featureExtraction)
})

describe('pretraining', () => {
  const test = modelTest({ model: 't5gemma', task: 'pretraining' })

  loadsAs(test, { architecture: 'T5GemmaForConditionalGeneration', parameters: 60_137 })
  answers(test, {
    logits: ['batch_size', 'decoder_sequence_length', 128],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone', 'causal')
  answersBySkill(test, t5gemma.pretraining)
})

describe('text-classification', () => {
  const test = modelTest({ model: 't5gemma', task: 'text-classification' })

  loadsAs(test, { architecture: 'T5GemmaForSequenceClassification', parameters: 60_236 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, t5gemma.textClassification)
})

describe('token-classification', () => {
  const test = modelTest({ model: 't5gemma', task: 'token-classification' })

  loadsAs(test, { architecture: 'T5GemmaForTokenClassification', parameters: 60_235 })
  answers(test, { logits: ['batch_size', 'decoder_sequence_length', 3] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, t5gemma.tokenClassification)
})

describe('text-encoding', () => {
  const test = modelTest({ model: 't5gemma', task: 'text-encoding' })

  loadsAs(test, { architecture: 'T5GemmaEncoderModel', parameters: 26_950 })
  answers(test, { last_hidden_state: ['batch_size', 'encoder_sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, t5gemma.textEncoding)
})
