// Made by vitest-hardware 0.1.0 from 58230199e8efaa32; do not edit, "vitest-hardware generate" writes it anew.
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
import { t5 } from './t5.skillset.ts'

describe('text2text-generation', () => {
  const test = modelTest({ model: 't5' })

  loadsAs(test, { architecture: 'T5ForConditionalGeneration', parameters: 45_608 })
  answers(test, {
    logits: ['batch_size', 'decoder_sequence_length', 128],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone', 'causal')
  answersBySkill(test, t5.text2textGeneration)
  isMadeOf(test, {
    Add: 36,
    Cast: 3,
    Div: 12,
    Gather: 9,
    Identity: 2,
    LessOrEqual: 1,
    MatMul: 45,
    Max: 2,
    Min: 2,
    Mul: 28,
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
  loadsFromPretrained(test, { autoClass: 'AutoModelForSeq2SeqLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 't5', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'T5Model', parameters: 45_607 })
  answers(test, {
    last_hidden_state: ['batch_size', 'decoder_sequence_length', 32],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone')
  answersBySkill(test, t5.featureExtraction)
})

describe('text-encoding', () => {
  const test = modelTest({ model: 't5', task: 'text-encoding' })

  loadsAs(test, { architecture: 'T5EncoderModel', parameters: 20_732 })
  answers(test, { last_hidden_state: ['batch_size', 'encoder_sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, t5.textEncoding)
})

describe('pretraining', () => {
  const test = modelTest({ model: 't5', task: 'pretraining' })

  loadsAs(test, { architecture: 'T5ForConditionalGeneration', parameters: 45_608 })
  answers(test, {
    logits: ['batch_size', 'decoder_sequence_length', 128],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone', 'causal')
  answersBySkill(test, t5.pretraining)
})

describe('text-classification', () => {
  const test = modelTest({ model: 't5', task: 'text-classification' })

  loadsAs(test, { architecture: 'T5ForSequenceClassification', parameters: 46_763 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, t5.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 't5', task: 'question-answering' })

  loadsAs(test, { architecture: 'T5ForQuestionAnswering', parameters: 45_673 })
  answers(test, { start_logits: ['batch_size', 'decoder_sequence_length'], end_logits: ['batch_size', 'decoder_sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, t5.questionAnswering)
})

describe('token-classification', () => {
  const test = modelTest({ model: 't5', task: 'token-classification' })

  loadsAs(test, { architecture: 'T5ForTokenClassification', parameters: 20_831 })
  answers(test, { logits: ['batch_size', 'encoder_sequence_length', 3] })
  shows(test, 'alone')
  answersBySkill(test, t5.tokenClassification)
})
