// Made by vitest-hardware 0.1.0 from 2c569e8f4f55db11; do not edit, "vitest-hardware generate" writes it anew.
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
import { ernie4_5VlMoe } from './ernie4_5_vl_moe.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'ernie4_5_vl_moe' })

  loadsAs(test, { architecture: 'Ernie4_5_VLMoeForConditionalGeneration', parameters: 149_539 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'causal')
  answersBySkill(test, ernie4_5VlMoe.imageTextToText)
  isMadeOf(test, {
    Add: 48,
    Cast: 4,
    Concat: 18,
    CumSum: 1,
    Div: 14,
    Equal: 1,
    Erf: 2,
    Expand: 6,
    Gather: 25,
    GatherElements: 2,
    GatherND: 1,
    Identity: 1,
    LayerNormalization: 7,
    LessOrEqual: 1,
    MatMul: 63,
    Max: 1,
    Min: 1,
    Mul: 73,
    Neg: 8,
    Range: 4,
    ReduceMean: 6,
    ReduceSum: 2,
    Reshape: 31,
    ScatterElements: 2,
    Shape: 4,
    Sigmoid: 12,
    Slice: 8,
    Softmax: 6,
    Split: 8,
    Sqrt: 6,
    Squeeze: 2,
    Sub: 4,
    TopK: 2,
    Transpose: 23,
    Unsqueeze: 22,
    Where: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.1 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'ernie4_5_vl_moe', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Ernie4_5_VLMoeModel', parameters: 149_539 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  answersBySkill(test, ernie4_5VlMoe.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'ernie4_5_vl_moe', task: 'any-to-any' })

  loadsAs(test, { architecture: 'Ernie4_5_VLMoeForConditionalGeneration', parameters: 149_539 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'causal')
  answersBySkill(test, ernie4_5VlMoe.anyToAny)
})
