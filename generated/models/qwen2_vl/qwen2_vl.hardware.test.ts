// Made by vitest-hardware 0.1.0 from 3435bb5fcd9b5860; do not edit, "vitest-hardware generate" writes it anew.
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
import { qwen2Vl } from './qwen2_vl.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'qwen2_vl' })

  loadsAs(test, { architecture: 'Qwen2VLForConditionalGeneration', parameters: 81_657 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'causal')
  answersBySkill(test, qwen2Vl.imageTextToText)
  isMadeOf(test, {
    Add: 40,
    Cast: 3,
    Concat: 17,
    Conv: 1,
    CumSum: 1,
    Div: 10,
    Equal: 1,
    Erf: 1,
    Expand: 6,
    Gather: 25,
    GatherND: 1,
    Identity: 1,
    LayerNormalization: 5,
    LessOrEqual: 1,
    MatMul: 33,
    Max: 1,
    Min: 1,
    Mul: 43,
    Neg: 8,
    Range: 4,
    ReduceMean: 5,
    Reshape: 29,
    Shape: 4,
    Sigmoid: 4,
    Softmax: 4,
    Split: 10,
    Sqrt: 5,
    Squeeze: 2,
    Sub: 4,
    Transpose: 22,
    Unsqueeze: 13,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'qwen2_vl', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Qwen2VLModel', parameters: 77_561 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  answersBySkill(test, qwen2Vl.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'qwen2_vl', task: 'any-to-any' })

  loadsAs(test, { architecture: 'Qwen2VLForConditionalGeneration', parameters: 81_657 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'causal')
  answersBySkill(test, qwen2Vl.anyToAny)
})
