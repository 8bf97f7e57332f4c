// Made by vitest-hardware 0.1.0 from 6a7d76f57561d8a9; do not edit, "vitest-hardware generate" writes it anew.
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
import { led } from './led.skillset.ts'

describe('text2text-generation', () => {
  const test = modelTest({ model: 'led' })

  loadsAs(test, { architecture: 'LEDForConditionalGeneration', parameters: 80_021 })
  answers(test, {
    logits: ['batch_size', 'decoder_sequence_length', 128],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone', 'causal')
  answersBySkill(test, led.text2textGeneration)
  isMadeOf(test, {
    Abs: 1,
    Add: 59,
    Cast: 4,
    Div: 4,
    Erf: 4,
    Gather: 8,
    Greater: 1,
    Identity: 2,
    LayerNormalization: 12,
    LessOrEqual: 1,
    MatMul: 45,
    Mul: 18,
    Range: 5,
    Reshape: 24,
    Shape: 4,
    Softmax: 6,
    Sub: 5,
    Transpose: 31,
    Unsqueeze: 7,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'led', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'LEDModel', parameters: 79_893 })
  answers(test, {
    last_hidden_state: ['batch_size', 'decoder_sequence_length', 32],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone')
  answersBySkill(test, led.featureExtraction)
})

describe('question-answering', () => {
  const test = modelTest({ model: 'led', task: 'question-answering' })

  loadsAs(test, { architecture: 'LEDForQuestionAnswering', parameters: 79_960 })
  answers(test, { start_logits: ['batch_size', 'decoder_sequence_length'], end_logits: ['batch_size', 'decoder_sequence_length'] })
  shows(test, 'alone')
  answersBySkill(test, led.questionAnswering)
})
