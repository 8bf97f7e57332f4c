// Made by vitest-hardware 0.1.0 from ee8d60bb3f8b2467; do not edit, "vitest-hardware generate" writes it anew.
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
import { shieldgemma2 } from './shieldgemma2.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'shieldgemma2' })

  loadsAs(test, { architecture: 'Gemma3ForConditionalGeneration', parameters: 60_081 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, shieldgemma2.imageTextToText)
  isMadeOf(test, {
    Add: 63,
    And: 2,
    AveragePool: 1,
    Cast: 8,
    Concat: 9,
    Conv: 1,
    CumSum: 3,
    Div: 14,
    Equal: 3,
    Expand: 4,
    Gather: 10,
    GatherND: 1,
    Greater: 2,
    Identity: 1,
    LayerNormalization: 5,
    Less: 1,
    LessOrEqual: 2,
    MatMul: 36,
    Max: 1,
    Min: 1,
    Mul: 80,
    Neg: 4,
    Range: 4,
    ReduceMean: 14,
    Reshape: 24,
    Shape: 6,
    Slice: 4,
    Softmax: 4,
    Split: 4,
    Sqrt: 14,
    Sub: 11,
    Tanh: 4,
    Transpose: 24,
    Unsqueeze: 20,
    Where: 3,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'shieldgemma2', task: 'any-to-any' })

  loadsAs(test, { architecture: 'Gemma3ForConditionalGeneration', parameters: 60_081 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, shieldgemma2.anyToAny)
})

describe('image-classification', () => {
  const test = modelTest({ model: 'shieldgemma2', task: 'image-classification' })

  loadsAs(test, { architecture: 'ShieldGemma2ForImageClassification', parameters: 60_084 })
  answers(test, { logits: ['batch_size', 2], probabilities: ['batch_size', 2] })
  shows(test, 'alone')
  answersBySkill(test, shieldgemma2.imageClassification)
})
