// Made by vitest-hardware 0.1.0 from a69998dff064f4cb; do not edit, "vitest-hardware generate" writes it anew.
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
import { deepseekVlHybrid } from './deepseek_vl_hybrid.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'deepseek_vl_hybrid' })

  loadsAs(test, { architecture: 'DeepseekVLHybridForConditionalGeneration', parameters: 140_661 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, deepseekVlHybrid.imageTextToText)
  isMadeOf(test, {
    Add: 69,
    Cast: 3,
    Concat: 10,
    Conv: 10,
    CumSum: 1,
    Div: 9,
    Equal: 1,
    Erf: 4,
    Gather: 12,
    GatherND: 1,
    Identity: 1,
    LayerNormalization: 15,
    LessOrEqual: 1,
    MatMul: 62,
    Max: 1,
    Min: 1,
    Mul: 52,
    Neg: 4,
    Pad: 2,
    Range: 2,
    ReduceMean: 5,
    Reshape: 57,
    Resize: 2,
    Shape: 6,
    Sigmoid: 2,
    Slice: 2,
    Softmax: 7,
    Split: 7,
    Sqrt: 5,
    Sub: 4,
    Tanh: 2,
    Transpose: 64,
    Unsqueeze: 12,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'deepseek_vl_hybrid', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'DeepseekVLHybridModel', parameters: 136_565 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, deepseekVlHybrid.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'deepseek_vl_hybrid', task: 'any-to-any' })

  loadsAs(test, { architecture: 'DeepseekVLHybridForConditionalGeneration', parameters: 140_661 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, deepseekVlHybrid.anyToAny)
})
