// Made by vitest-hardware 0.1.0 from 493f3fa289a463bb; do not edit, "vitest-hardware generate" writes it anew.
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
import { qwen3VlMoe } from './qwen3_vl_moe.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'qwen3_vl_moe' })

  loadsAs(test, { architecture: 'Qwen3VLMoeForConditionalGeneration', parameters: 110_051 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'causal')
  answersBySkill(test, qwen3VlMoe.imageTextToText)
  isMadeOf(test, {
    Add: 54,
    Cast: 4,
    Concat: 19,
    Conv: 1,
    CumSum: 2,
    Div: 17,
    Equal: 2,
    Erf: 2,
    Expand: 6,
    Gather: 27,
    GatherND: 2,
    Identity: 1,
    LayerNormalization: 6,
    LessOrEqual: 1,
    MatMul: 55,
    Max: 2,
    Min: 2,
    Mul: 84,
    Neg: 8,
    Range: 4,
    ReduceMean: 9,
    ReduceSum: 2,
    Reshape: 33,
    Resize: 1,
    ScatterElements: 2,
    Shape: 6,
    Sigmoid: 8,
    Softmax: 6,
    Split: 12,
    Sqrt: 9,
    Squeeze: 2,
    Sub: 6,
    Tanh: 2,
    TopK: 2,
    Transpose: 24,
    Unsqueeze: 15,
    Where: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'qwen3_vl_moe', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Qwen3VLMoeModel', parameters: 105_955 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  answersBySkill(test, qwen3VlMoe.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'qwen3_vl_moe', task: 'any-to-any' })

  loadsAs(test, { architecture: 'Qwen3VLMoeForConditionalGeneration', parameters: 110_051 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'causal')
  answersBySkill(test, qwen3VlMoe.anyToAny)
})
