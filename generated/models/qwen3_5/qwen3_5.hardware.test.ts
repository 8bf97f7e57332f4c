// Made by vitest-hardware 0.1.0 from 0d536c961565d4b1; do not edit, "vitest-hardware generate" writes it anew.
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
import { qwen3_5 } from './qwen3_5.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'qwen3_5' })

  loadsAs(test, { architecture: 'Qwen3_5ForConditionalGeneration', parameters: 84_311 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'causal')
  answersBySkill(test, qwen3_5.imageTextToText)
  isMadeOf(test, {
    Add: 50,
    Cast: 5,
    Concat: 19,
    ConstantOfShape: 1,
    Conv: 2,
    CumSum: 1,
    Div: 15,
    Equal: 1,
    Erf: 1,
    Exp: 2,
    Expand: 6,
    Gather: 26,
    GatherND: 1,
    Identity: 1,
    LayerNormalization: 5,
    LessOrEqual: 1,
    MatMul: 32,
    Max: 1,
    Min: 1,
    Mul: 63,
    Neg: 7,
    Range: 4,
    ReduceMean: 8,
    ReduceSum: 2,
    Reshape: 33,
    Resize: 1,
    Scan: 1,
    Shape: 5,
    Sigmoid: 6,
    Softmax: 3,
    Softplus: 1,
    Split: 12,
    Sqrt: 10,
    Squeeze: 2,
    Sub: 4,
    Tanh: 2,
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
  const test = modelTest({ model: 'qwen3_5', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Qwen3_5Model', parameters: 80_215 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  answersBySkill(test, qwen3_5.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'qwen3_5', task: 'any-to-any' })

  loadsAs(test, { architecture: 'Qwen3_5ForConditionalGeneration', parameters: 84_311 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'causal')
  answersBySkill(test, qwen3_5.anyToAny)
})

describe('text-generation', () => {
  const test = modelTest({ model: 'qwen3_5', task: 'text-generation' })

  loadsAs(test, { architecture: 'Qwen3_5ForCausalLM', parameters: 32_502 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, qwen3_5.textGeneration)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'qwen3_5', task: 'text-classification' })

  loadsAs(test, { architecture: 'Qwen3_5ForSequenceClassification', parameters: 28_502 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, qwen3_5.textClassification)
})
