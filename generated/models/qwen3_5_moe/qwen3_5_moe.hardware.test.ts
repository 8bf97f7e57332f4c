// Made by vitest-hardware 0.1.0 from 20371fd4fa0e8e67; do not edit, "vitest-hardware generate" writes it anew.
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
import { qwen3_5Moe } from './qwen3_5_moe.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'qwen3_5_moe' })

  loadsAs(test, { architecture: 'Qwen3_5MoeForConditionalGeneration', parameters: 103_064 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'causal')
  answersBySkill(test, qwen3_5Moe.imageTextToText)
  isMadeOf(test, {
    Add: 58,
    Cast: 5,
    Concat: 19,
    ConstantOfShape: 1,
    Conv: 2,
    CumSum: 1,
    Div: 17,
    Equal: 1,
    Erf: 1,
    Exp: 2,
    Expand: 6,
    Gather: 26,
    GatherND: 1,
    Identity: 1,
    LayerNormalization: 5,
    LessOrEqual: 1,
    MatMul: 60,
    Max: 1,
    Min: 1,
    Mul: 91,
    Neg: 7,
    Range: 4,
    ReduceMean: 8,
    ReduceSum: 4,
    Reshape: 33,
    Resize: 1,
    Scan: 1,
    ScatterElements: 2,
    Shape: 5,
    Sigmoid: 16,
    Softmax: 5,
    Softplus: 1,
    Split: 14,
    Sqrt: 10,
    Squeeze: 2,
    Sub: 4,
    Tanh: 2,
    TopK: 2,
    Transpose: 21,
    Unsqueeze: 19,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'qwen3_5_moe', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Qwen3_5MoeModel', parameters: 98_968 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  answersBySkill(test, qwen3_5Moe.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'qwen3_5_moe', task: 'any-to-any' })

  loadsAs(test, { architecture: 'Qwen3_5MoeForConditionalGeneration', parameters: 103_064 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'causal')
  answersBySkill(test, qwen3_5Moe.anyToAny)
})

describe('text-generation', () => {
  const test = modelTest({ model: 'qwen3_5_moe', task: 'text-generation' })

  loadsAs(test, { architecture: 'Qwen3_5MoeForCausalLM', parameters: 51_255 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, qwen3_5Moe.textGeneration)
})
