// Made by vitest-hardware 0.1.0 from 9e22703513ba9c10; do not edit, "vitest-hardware generate" writes it anew.
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
import { aria } from './aria.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'aria' })

  loadsAs(test, { architecture: 'AriaForConditionalGeneration', parameters: 81_036 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, aria.imageTextToText)
  isMadeOf(test, {
    Add: 51,
    Cast: 3,
    Concat: 8,
    Conv: 1,
    CumSum: 1,
    Div: 5,
    Equal: 1,
    Expand: 5,
    Gather: 7,
    GatherND: 1,
    Identity: 1,
    LayerNormalization: 7,
    LessOrEqual: 1,
    MatMul: 73,
    Max: 1,
    Min: 1,
    Mul: 73,
    Neg: 4,
    Range: 2,
    ReduceMean: 5,
    Reshape: 26,
    ScatterElements: 2,
    Shape: 5,
    Sigmoid: 10,
    Softmax: 7,
    Split: 8,
    Sqrt: 5,
    Sub: 4,
    Tanh: 3,
    TopK: 2,
    Transpose: 26,
    Unsqueeze: 11,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'aria', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'AriaModel', parameters: 76_940 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, aria.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'aria', task: 'any-to-any' })

  loadsAs(test, { architecture: 'AriaForConditionalGeneration', parameters: 81_036 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, aria.anyToAny)
})
