// Made by vitest-hardware 0.1.0 from 19f23ccebaab10f9; do not edit, "vitest-hardware generate" writes it anew.
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
import { fuyu } from './fuyu.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'fuyu' })

  loadsAs(test, { architecture: 'FuyuForCausalLM', parameters: 33_661 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, fuyu.imageTextToText)
  isMadeOf(test, {
    Add: 19,
    Cast: 3,
    Concat: 11,
    CumSum: 1,
    Equal: 1,
    Gather: 6,
    GatherND: 1,
    Identity: 1,
    LayerNormalization: 9,
    LessOrEqual: 1,
    MatMul: 14,
    Max: 1,
    Min: 1,
    Mul: 14,
    Neg: 4,
    Range: 2,
    Relu: 2,
    Reshape: 11,
    Shape: 4,
    Softmax: 2,
    Split: 10,
    Sub: 4,
    Transpose: 10,
    Unsqueeze: 6,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'fuyu', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'FuyuModel', parameters: 29_565 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, fuyu.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'fuyu', task: 'any-to-any' })

  loadsAs(test, { architecture: 'FuyuForCausalLM', parameters: 33_661 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, fuyu.anyToAny)
})

describe('text-generation', () => {
  const test = modelTest({ model: 'fuyu', task: 'text-generation' })

  loadsAs(test, { architecture: 'FuyuForCausalLM', parameters: 33_661 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, fuyu.textGeneration)
})
