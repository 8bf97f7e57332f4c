// Made by vitest-hardware 0.1.0 from ccc8bbc7014d1426; do not edit, "vitest-hardware generate" writes it anew.
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
import { perceptionLm } from './perception_lm.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'perception_lm' })

  loadsAs(test, { architecture: 'PerceptionLMForConditionalGeneration', parameters: 53_224 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, perceptionLm.imageTextToText)
  isMadeOf(test, {
    Add: 37,
    AveragePool: 1,
    Cast: 3,
    Concat: 13,
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
    MatMul: 33,
    Max: 1,
    Min: 1,
    Mul: 46,
    Neg: 8,
    Range: 2,
    ReduceMean: 5,
    Reshape: 29,
    Shape: 5,
    Sigmoid: 2,
    Slice: 9,
    Softmax: 4,
    Split: 6,
    Sqrt: 5,
    Sub: 4,
    Transpose: 24,
    Unsqueeze: 19,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.1 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'perception_lm', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'PerceptionLMModel', parameters: 53_224 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, perceptionLm.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'perception_lm', task: 'any-to-any' })

  loadsAs(test, { architecture: 'PerceptionLMForConditionalGeneration', parameters: 53_224 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, perceptionLm.anyToAny)
})
