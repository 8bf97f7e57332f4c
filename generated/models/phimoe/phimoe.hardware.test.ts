// Made by vitest-hardware 0.1.0 from 78fb0a1366df198e; do not edit, "vitest-hardware generate" writes it anew.
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
import { phimoe } from './phimoe.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'phimoe' })

  loadsAs(test, { architecture: 'PhimoeForCausalLM', parameters: 93_218 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, phimoe.textGeneration)
  isMadeOf(test, {
    Abs: 2,
    Add: 31,
    ArgMax: 4,
    Cast: 3,
    Concat: 10,
    Div: 4,
    Expand: 4,
    Gather: 5,
    GatherElements: 4,
    Greater: 4,
    Identity: 5,
    LayerNormalization: 5,
    Less: 1,
    LessOrEqual: 1,
    MatMul: 51,
    Max: 4,
    Mul: 53,
    Neg: 4,
    Range: 2,
    ReduceMax: 4,
    Reshape: 12,
    ScatterElements: 6,
    Shape: 2,
    Sigmoid: 12,
    Softmax: 6,
    Split: 6,
    Sub: 7,
    Transpose: 10,
    Unsqueeze: 8,
    Where: 4,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'phimoe', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'PhimoeModel', parameters: 88_995 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, phimoe.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'phimoe', task: 'text-classification' })

  loadsAs(test, { architecture: 'PhimoeForSequenceClassification', parameters: 89_091 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, phimoe.textClassification)
})
