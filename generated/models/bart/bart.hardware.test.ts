// Made by vitest-hardware 0.1.0 from 48e70fb84de6a9a2; do not edit, "vitest-hardware generate" writes it anew.
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
import { bart } from './bart.skillset.ts'

describe('text2text-generation', () => {
  const test = modelTest({ model: 'bart' })

  loadsAs(test, { architecture: 'BartForConditionalGeneration', parameters: 80_021 })
  answers(test, {
    logits: ['batch_size', 'decoder_sequence_length', 128],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone', 'causal')
  answersBySkill(test, bart.text2textGeneration)
  isMadeOf(test, {
    Add: 57,
    Cast: 3,
    Div: 4,
    Erf: 4,
    Gather: 7,
    Identity: 2,
    LayerNormalization: 12,
    LessOrEqual: 1,
    MatMul: 45,
    Mul: 17,
    Range: 4,
    Reshape: 24,
    Shape: 3,
    Softmax: 6,
    Sub: 4,
    Transpose: 31,
    Unsqueeze: 6,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForSeq2SeqLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'bart', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'BartModel', parameters: 79_893 })
  answers(test, {
    last_hidden_state: ['batch_size', 'decoder_sequence_length', 32],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone')
  answersBySkill(test, bart.featureExtraction)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'bart', task: 'pretraining' })

  loadsAs(test, { architecture: 'BartForConditionalGeneration', parameters: 80_021 })
  answers(test, {
    logits: ['batch_size', 'decoder_sequence_length', 128],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone', 'causal')
  answersBySkill(test, bart.pretraining)
})

describe('text-generation', () => {
  const test = modelTest({ model: 'bart', task: 'text-generation' })

  loadsAs(test, { architecture: 'BartForCausalLM', parameters: 37_715 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, bart.textGeneration)
})

describe('fill-mask', () => {
  const test = modelTest({ model: 'bart', task: 'fill-mask' })

  loadsAs(test, { architecture: 'BartForConditionalGeneration', parameters: 80_021 })
  answers(test, {
    logits: ['batch_size', 'decoder_sequence_length', 128],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone', 'causal')
  answersBySkill(test, bart.fillMask)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'bart', task: 'text-classification' })

  loadsAs(test, { architecture: 'BartForSequenceClassification', parameters: 81_050 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, bart.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'bart', task: 'question-answering' })

  loadsAs(test, { architecture: 'BartForQuestionAnswering', parameters: 79_960 })
  answers(test, { start_logits: ['batch_size', 'decoder_sequence_length'], end_logits: ['batch_size', 'decoder_sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, bart.questionAnswering)
})
