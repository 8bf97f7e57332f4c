// Made by vitest-hardware 0.1.0 from 769d1ada064fc255; do not edit, "vitest-hardware generate" writes it anew.
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
import { umt5 } from './umt5.skillset.ts'

describe('text2text-generation', () => {
  const test = modelTest({ model: 'umt5' })

  loadsAs(test, { architecture: 'UMT5ForConditionalGeneration', parameters: 58_044 })
  answers(test, {
    logits: ['batch_size', 'decoder_sequence_length', 128],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone', 'causal')
  answersBySkill(test, umt5.text2textGeneration)
  isMadeOf(test, {
    Add: 48,
    Cast: 3,
    Div: 12,
    Gather: 15,
    Identity: 2,
    LessOrEqual: 1,
    MatMul: 49,
    Max: 4,
    Min: 4,
    Mul: 55,
    Range: 10,
    ReduceMean: 12,
    Reshape: 24,
    Shape: 5,
    Softmax: 6,
    Sqrt: 12,
    Sub: 8,
    Tanh: 4,
    Transpose: 34,
    Unsqueeze: 12,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'umt5', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'UMT5Model', parameters: 53_948 })
  answers(test, {
    last_hidden_state: ['batch_size', 'decoder_sequence_length', 32],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone')
  answersBySkill(test, umt5.featureExtraction)
})

describe('text-encoding', () => {
  const test = modelTest({ model: 'umt5', task: 'text-encoding' })

  loadsAs(test, { architecture: 'UMT5EncoderModel', parameters: 24_904 })
  answers(test, { last_hidden_state: ['batch_size', 'encoder_sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, umt5.textEncoding)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'umt5', task: 'text-classification' })

  loadsAs(test, { architecture: 'UMT5ForSequenceClassification', parameters: 55_104 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, umt5.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'umt5', task: 'question-answering' })

  loadsAs(test, { architecture: 'UMT5ForQuestionAnswering', parameters: 54_014 })
  answers(test, { start_logits: ['batch_size', 'decoder_sequence_length'], end_logits: ['batch_size', 'decoder_sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, umt5.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'umt5', task: 'token-classification' })

  loadsAs(test, { architecture: 'UMT5ForTokenClassification', parameters: 25_003 })
  answers(test, { logits: ['batch_size', 'encoder_sequence_length', 3] })
  shows(test, 'alone')
  answersBySkill(test, umt5.tokenClassification)
})
