// Made by vitest-hardware 0.1.0 from 5a0e64e7bd22e27b; do not edit, "vitest-hardware generate" writes it anew.
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
import { mbart } from './mbart.skillset.ts'

describe('text2text-generation', () => {
  const test = modelTest({ model: 'mbart' })

  loadsAs(test, { architecture: 'MBartForConditionalGeneration', parameters: 80_150 })
  answers(test, {
    logits: ['batch_size', 'decoder_sequence_length', 128],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone', 'causal')
  answersBySkill(test, mbart.text2textGeneration)
  isMadeOf(test, {
    Add: 57,
    Cast: 3,
    Div: 4,
    Erf: 4,
    Gather: 7,
    Identity: 2,
    LayerNormalization: 14,
    LessOrEqual: 1,
    MatMul: 45,
    Mul: 19,
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
  const test = modelTest({ model: 'mbart', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'MBartModel', parameters: 80_022 })
  answers(test, {
    last_hidden_state: ['batch_size', 'decoder_sequence_length', 32],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone')
  answersBySkill(test, mbart.featureExtraction)
})

describe('text-generation', () => {
  const test = modelTest({ model: 'mbart', task: 'text-generation' })

  loadsAs(test, { architecture: 'MBartForCausalLM', parameters: 37_780 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, mbart.textGeneration)
})

describe('fill-mask', () => {
  const test = modelTest({ model: 'mbart', task: 'fill-mask' })

  loadsAs(test, { architecture: 'MBartForConditionalGeneration', parameters: 80_150 })
  answers(test, {
    logits: ['batch_size', 'decoder_sequence_length', 128],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone', 'causal')
  answersBySkill(test, mbart.fillMask)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'mbart', task: 'text-classification' })

  loadsAs(test, { architecture: 'MBartForSequenceClassification', parameters: 81_179 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, mbart.textClassification)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'mbart', task: 'question-answering' })

  loadsAs(test, { architecture: 'MBartForQuestionAnswering', parameters: 80_089 })
  answers(test, { start_logits: ['batch_size', 'decoder_sequence_length'], end_logits: ['batch_size', 'decoder_sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, mbart.questionAnswering)
})
