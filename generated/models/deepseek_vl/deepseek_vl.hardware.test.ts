// Made by vitest-hardware 0.1.0 from 32cdccc33449515d; do not edit, "vitest-hardware generate" writes it anew.
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
import { deepseekVl } from './deepseek_vl.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'deepseek_vl' })

  loadsAs(test, { architecture: 'DeepseekVLForConditionalGeneration', parameters: 76_956 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, deepseekVl.imageTextToText)
  isMadeOf(test, {
    Add: 39,
    Cast: 3,
    Concat: 7,
    Conv: 1,
    CumSum: 1,
    Div: 6,
    Equal: 1,
    Erf: 1,
    Gather: 6,
    GatherND: 1,
    Identity: 1,
    LayerNormalization: 5,
    LessOrEqual: 1,
    MatMul: 37,
    Max: 1,
    Min: 1,
    Mul: 42,
    Neg: 4,
    Range: 2,
    ReduceMean: 5,
    Reshape: 18,
    Shape: 4,
    Sigmoid: 2,
    Softmax: 4,
    Split: 4,
    Sqrt: 5,
    Sub: 4,
    Tanh: 2,
    Transpose: 21,
    Unsqueeze: 6,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'deepseek_vl', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'DeepseekVLModel', parameters: 72_860 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, deepseekVl.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'deepseek_vl', task: 'any-to-any' })

  loadsAs(test, { architecture: 'DeepseekVLForConditionalGeneration', parameters: 76_956 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, deepseekVl.anyToAny)
})
