// Made by vitest-hardware 0.1.0 from cecffb5bf634336b; do not edit, "vitest-hardware generate" writes it anew.
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
import { qwen3Vl } from './qwen3_vl.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'qwen3_vl' })

  loadsAs(test, { architecture: 'Qwen3VLForConditionalGeneration', parameters: 103_650 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'causal')
  answersBySkill(test, qwen3Vl.imageTextToText)
  isMadeOf(test, {
    Add: 48,
    Cast: 4,
    Concat: 19,
    Conv: 1,
    CumSum: 2,
    Div: 15,
    Equal: 2,
    Erf: 2,
    Expand: 6,
    Gather: 27,
    GatherND: 2,
    Identity: 1,
    LayerNormalization: 6,
    LessOrEqual: 1,
    MatMul: 35,
    Max: 2,
    Min: 2,
    Mul: 62,
    Neg: 8,
    Range: 4,
    ReduceMean: 9,
    Reshape: 33,
    Resize: 1,
    Shape: 6,
    Sigmoid: 2,
    Softmax: 4,
    Split: 10,
    Sqrt: 9,
    Squeeze: 2,
    Sub: 6,
    Tanh: 2,
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
  const test = modelTest({ model: 'qwen3_vl', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Qwen3VLModel', parameters: 99_554 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  answersBySkill(test, qwen3Vl.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'qwen3_vl', task: 'any-to-any' })

  loadsAs(test, { architecture: 'Qwen3VLForConditionalGeneration', parameters: 103_650 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'causal')
  answersBySkill(test, qwen3Vl.anyToAny)
})
