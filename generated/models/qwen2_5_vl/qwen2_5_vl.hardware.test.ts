// Made by vitest-hardware 0.1.0 from 46a895f670d71dde; do not edit, "vitest-hardware generate" writes it anew.
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
import { qwen2_5Vl } from './qwen2_5_vl.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'qwen2_5_vl' })

  loadsAs(test, { architecture: 'Qwen2_5_VLForConditionalGeneration', parameters: 85_721 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'causal')
  answersBySkill(test, qwen2_5Vl.imageTextToText)
  isMadeOf(test, {
    Add: 49,
    Cast: 3,
    Concat: 17,
    Conv: 1,
    CumSum: 1,
    Div: 17,
    Equal: 2,
    Erf: 1,
    Expand: 6,
    Gather: 25,
    GatherND: 1,
    Identity: 1,
    LessOrEqual: 1,
    MatMul: 35,
    Max: 1,
    Min: 1,
    Mul: 54,
    Neg: 8,
    Range: 4,
    ReduceMean: 10,
    Reshape: 29,
    Shape: 4,
    Sigmoid: 4,
    Softmax: 4,
    Split: 10,
    Sqrt: 10,
    Squeeze: 2,
    Sub: 4,
    Transpose: 22,
    Unsqueeze: 14,
    Where: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'qwen2_5_vl', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Qwen2_5_VLModel', parameters: 81_625 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  answersBySkill(test, qwen2_5Vl.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'qwen2_5_vl', task: 'any-to-any' })

  loadsAs(test, { architecture: 'Qwen2_5_VLForConditionalGeneration', parameters: 85_721 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'causal')
  answersBySkill(test, qwen2_5Vl.anyToAny)
})
