// Made by vitest-hardware 0.1.0 from 5cb33b33dd30a2a5; do not edit, "vitest-hardware generate" writes it anew.
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
import { audioflamingo3 } from './audioflamingo3.skillset.ts'

describe('text2text-generation', () => {
  const test = modelTest({ model: 'audioflamingo3' })

  loadsAs(test, { architecture: 'AudioFlamingo3ForConditionalGeneration', parameters: 63_494 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, audioflamingo3.text2textGeneration)
  isMadeOf(test, {
    Add: 45,
    AveragePool: 1,
    Cast: 4,
    Concat: 7,
    Conv: 2,
    CumSum: 2,
    Div: 10,
    Equal: 1,
    Erf: 5,
    Expand: 4,
    Gather: 6,
    GatherND: 1,
    Identity: 1,
    LayerNormalization: 5,
    LessOrEqual: 1,
    MatMul: 37,
    Max: 2,
    Min: 1,
    Mul: 39,
    Neg: 4,
    Range: 2,
    ReduceMean: 5,
    Reshape: 21,
    Shape: 4,
    Sigmoid: 2,
    Slice: 1,
    Softmax: 4,
    Split: 4,
    Sqrt: 5,
    Sub: 6,
    Transpose: 23,
    Unsqueeze: 11,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'audioflamingo3', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'AudioFlamingo3ForConditionalGeneration', parameters: 63_494 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, audioflamingo3.featureExtraction)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'audioflamingo3', task: 'pretraining' })

  loadsAs(test, { architecture: 'AudioFlamingo3ForConditionalGeneration', parameters: 63_494 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, audioflamingo3.pretraining)
})
