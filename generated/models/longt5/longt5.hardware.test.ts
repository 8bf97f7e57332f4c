// Made by vitest-hardware 0.1.0 from 1865320d00f895ed; do not edit, "vitest-hardware generate" writes it anew.
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
import { longt5 } from './longt5.skillset.ts'

describe('text2text-generation', () => {
  const test = modelTest({ model: 'longt5' })

  loadsAs(test, { architecture: 'LongT5ForConditionalGeneration', parameters: 57_899 })
  answers(test, {
    logits: ['batch_size', 'decoder_sequence_length', 128],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone', 'causal')
  answersBySkill(test, longt5.text2textGeneration)
  isMadeOf(test, {
    Abs: 1,
    Add: 44,
    Cast: 4,
    Div: 12,
    Gather: 10,
    Identity: 2,
    LessOrEqual: 2,
    MatMul: 49,
    Max: 2,
    Min: 2,
    Mul: 56,
    Range: 7,
    ReduceMean: 12,
    Reshape: 24,
    Shape: 4,
    Softmax: 6,
    Sqrt: 12,
    Sub: 7,
    Tanh: 4,
    Transpose: 32,
    Unsqueeze: 9,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'longt5', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'LongT5Model', parameters: 53_803 })
  answers(test, {
    last_hidden_state: ['batch_size', 'decoder_sequence_length', 32],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone')
  answersBySkill(test, longt5.featureExtraction)
})
