// Made by vitest-hardware 0.1.0 from 5386f849eb99fad6; do not edit, "vitest-hardware generate" writes it anew.
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
import { internvl } from './internvl.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'internvl' })

  loadsAs(test, { architecture: 'InternVLForConditionalGeneration', parameters: 60_276 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, internvl.imageTextToText)
  isMadeOf(test, {
    Add: 37,
    Cast: 3,
    Concat: 9,
    Conv: 1,
    CumSum: 1,
    Div: 8,
    Equal: 1,
    Erf: 3,
    Expand: 5,
    Gather: 7,
    GatherND: 1,
    Identity: 1,
    LayerNormalization: 5,
    LessOrEqual: 1,
    MatMul: 37,
    Max: 1,
    Min: 1,
    Mul: 38,
    Neg: 4,
    Range: 2,
    ReduceMean: 5,
    Reshape: 24,
    Shape: 5,
    Sigmoid: 2,
    Slice: 1,
    Softmax: 4,
    Split: 4,
    Sqrt: 5,
    Sub: 4,
    Transpose: 22,
    Unsqueeze: 11,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'internvl', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'InternVLModel', parameters: 56_180 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, internvl.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'internvl', task: 'any-to-any' })

  loadsAs(test, { architecture: 'InternVLForConditionalGeneration', parameters: 60_276 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, internvl.anyToAny)
})
