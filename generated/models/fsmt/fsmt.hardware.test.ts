// Made by vitest-hardware 0.1.0 from 06e7d339789ba660; do not edit, "vitest-hardware generate" writes it anew.
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
import { fsmt } from './fsmt.skillset.ts'

describe('text2text-generation', () => {
  const test = modelTest({ model: 'fsmt' })

  loadsAs(test, { architecture: 'FSMTForConditionalGeneration', parameters: 83_860 })
  answers(test, {
    logits: ['batch_size', 'decoder_sequence_length', 128],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone', 'causal')
  answersBySkill(test, fsmt.text2textGeneration)
  isMadeOf(test, {
    Add: 52,
    Cast: 3,
    Gather: 7,
    Identity: 2,
    LayerNormalization: 10,
    LessOrEqual: 1,
    MatMul: 45,
    Mul: 11,
    Range: 4,
    Relu: 4,
    Reshape: 24,
    Shape: 3,
    Softmax: 6,
    Sub: 4,
    Transpose: 31,
    Unsqueeze: 6,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.2 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'fsmt', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'FSMTModel', parameters: 83_860 })
  answers(test, {
    last_hidden_state: ['batch_size', 'decoder_sequence_length', 32],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone')
  answersBySkill(test, fsmt.featureExtraction)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'fsmt', task: 'pretraining' })

  loadsAs(test, { architecture: 'FSMTForConditionalGeneration', parameters: 83_860 })
  answers(test, {
    logits: ['batch_size', 'decoder_sequence_length', 128],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone', 'causal')
  answersBySkill(test, fsmt.pretraining)
})
