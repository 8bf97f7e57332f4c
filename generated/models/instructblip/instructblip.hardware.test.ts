// Made by vitest-hardware 0.1.0 from 9a6735820e8f2dd4; do not edit, "vitest-hardware generate" writes it anew.
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
import { instructblip } from './instructblip.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'instructblip' })

  loadsAs(test, { architecture: 'InstructBlipForConditionalGeneration', parameters: 95_473 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, instructblip.imageTextToText)
  isMadeOf(test, {
    Add: 62,
    Cast: 4,
    Concat: 14,
    Conv: 1,
    CumSum: 2,
    Div: 10,
    Equal: 1,
    Erf: 5,
    Expand: 3,
    Gather: 12,
    GatherND: 1,
    Identity: 1,
    LayerNormalization: 12,
    LessOrEqual: 1,
    MatMul: 56,
    Max: 2,
    Min: 1,
    Mul: 42,
    Neg: 4,
    Range: 3,
    ReduceMean: 5,
    Reshape: 30,
    Shape: 8,
    Sigmoid: 2,
    Slice: 3,
    Softmax: 7,
    Split: 6,
    Sqrt: 5,
    Sub: 6,
    Transpose: 36,
    Unsqueeze: 11,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'instructblip', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'InstructBlipModel', parameters: 91_377 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, instructblip.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'instructblip', task: 'any-to-any' })

  loadsAs(test, { architecture: 'InstructBlipForConditionalGeneration', parameters: 95_473 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, instructblip.anyToAny)
})
