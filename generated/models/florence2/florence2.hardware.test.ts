// Made by vitest-hardware 0.1.0 from becb85dc4ae543a6; do not edit, "vitest-hardware generate" writes it anew.
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
import { florence2 } from './florence2.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'florence2' })

  loadsAs(test, { architecture: 'Florence2ForConditionalGeneration', parameters: 74_089 })
  answers(test, {
    logits: ['batch_size', 'decoder_sequence_length', 128],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone', 'causal')
  answersBySkill(test, florence2.imageTextToText)
  isMadeOf(test, {
    Add: 96,
    Cast: 4,
    Concat: 3,
    Conv: 10,
    CumSum: 1,
    Div: 8,
    Equal: 1,
    Erf: 8,
    Gather: 10,
    GatherND: 1,
    Identity: 2,
    LayerNormalization: 23,
    LessOrEqual: 1,
    MatMul: 70,
    Max: 1,
    Min: 1,
    Mul: 29,
    Pad: 2,
    Range: 4,
    ReduceMean: 1,
    Reshape: 70,
    Shape: 5,
    Slice: 2,
    Softmax: 10,
    Split: 4,
    Sub: 6,
    Transpose: 76,
    Unsqueeze: 8,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'florence2', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Florence2Model', parameters: 74_089 })
  answers(test, {
    last_hidden_state: ['batch_size', 'decoder_sequence_length', 32],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone')
  answersBySkill(test, florence2.featureExtraction)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'florence2', task: 'pretraining' })

  loadsAs(test, { architecture: 'Florence2ForConditionalGeneration', parameters: 74_089 })
  answers(test, {
    logits: ['batch_size', 'decoder_sequence_length', 128],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone', 'causal')
  answersBySkill(test, florence2.pretraining)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'florence2', task: 'any-to-any' })

  loadsAs(test, { architecture: 'Florence2ForConditionalGeneration', parameters: 74_089 })
  answers(test, {
    logits: ['batch_size', 'decoder_sequence_length', 128],
    encoder_last_hidden_state: ['batch_size', 'encoder_sequence_length', 32],
  })
  shows(test, 'alone', 'causal')
  answersBySkill(test, florence2.anyToAny)
})
