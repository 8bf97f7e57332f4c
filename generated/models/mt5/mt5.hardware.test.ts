// Made by vitest-hardware 0.1.0 from 87e50897cc5f1d10; do not edit, "vitest-hardware generate" writes it anew.
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
import { mt5 } from './mt5.skillset.ts'

describe('text2text-generation', () => {
  const test = modelTest({ model: 'mt5' })

  loadsAs(test, { architecture: 'MT5ForConditionalGeneration', parameters: 57_898 })
  answers(test, {
    logits: ['batch_size', 'decoder_sequence_length', 128],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone', 'causal')
  answersBySkill(test, mt5.text2textGeneration)
  isMadeOf(test, {
    Add: 44,
    Cast: 3,
    Div: 12,
    Gather: 9,
    Identity: 2,
    LessOrEqual: 1,
    MatMul: 49,
    Max: 2,
    Min: 2,
    Mul: 55,
    Range: 6,
    ReduceMean: 12,
    Reshape: 24,
    Shape: 3,
    Softmax: 6,
    Sqrt: 12,
    Sub: 6,
    Tanh: 4,
    Transpose: 32,
    Unsqueeze: 8,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForSeq2SeqLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'mt5', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'MT5Model', parameters: 53_802 })
  answers(test, {
    last_hidden_state: ['batch_size', 'decoder_sequence_length', 32],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone')
  answersBySkill(test, mt5.featureExtraction)
})

describe('text-encoding', () => {
  const test = modelTest({ model: 'mt5', task: 'text-encoding' })

  loadsAs(test, { architecture: 'MT5EncoderModel', parameters: 24_831 })
  answers(test, { last_hidden_state: ['batch_size', 'encoder_sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, mt5.textEncoding)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'mt5', task: 'text-classification' })

  loadsAs(test, { architecture: 'MT5ForSequenceClassification', parameters: 54_958 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, mt5.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'mt5', task: 'question-answering' })

  loadsAs(test, { architecture: 'MT5ForQuestionAnswering', parameters: 53_868 })
  answers(test, { start_logits: ['batch_size', 'decoder_sequence_length'], end_logits: ['batch_size', 'decoder_sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, mt5.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'mt5', task: 'token-classification' })

  loadsAs(test, { architecture: 'MT5ForTokenClassification', parameters: 24_930 })
  answers(test, { logits: ['batch_size', 'encoder_sequence_length', 3] })
  shows(test, 'alone')
  answersBySkill(test, mt5.tokenClassification)
})
