// Made by vitest-hardware 0.1.0 from 7a9ae11791ad4618; do not edit, "vitest-hardware generate" writes it anew.
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
import { instructblipvideo } from './instructblipvideo.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'instructblipvideo' })

  loadsAs(test, { architecture: 'InstructBlipVideoForConditionalGeneration', parameters: 95_431 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, instructblipvideo.imageTextToText)
  isMadeOf(test, {
    Add: 62,
    Cast: 4,
    Concat: 16,
    Conv: 1,
    CumSum: 2,
    Div: 10,
    Equal: 1,
    Erf: 5,
    Expand: 5,
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
    Reshape: 33,
    Shape: 10,
    Sigmoid: 2,
    Slice: 3,
    Softmax: 7,
    Split: 6,
    Sqrt: 5,
    Sub: 6,
    Transpose: 36,
    Unsqueeze: 13,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'instructblipvideo', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'InstructBlipVideoModel', parameters: 91_335 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, instructblipvideo.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'instructblipvideo', task: 'any-to-any' })

  loadsAs(test, { architecture: 'InstructBlipVideoForConditionalGeneration', parameters: 95_431 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, instructblipvideo.anyToAny)
})
