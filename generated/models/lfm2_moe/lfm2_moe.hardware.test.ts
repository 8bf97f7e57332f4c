// Made by vitest-hardware 0.1.0 from 35e68dcbf1dd6011; do not edit, "vitest-hardware generate" writes it anew.
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
import { lfm2Moe } from './lfm2_moe.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'lfm2_moe' })

  loadsAs(test, { architecture: 'Lfm2MoeForCausalLM', parameters: 40_441 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, lfm2Moe.textGeneration)
  isMadeOf(test, {
    Add: 20,
    Cast: 3,
    Concat: 4,
    Conv: 1,
    CumSum: 1,
    Div: 8,
    Expand: 2,
    Gather: 5,
    GatherElements: 1,
    Identity: 1,
    LessOrEqual: 1,
    MatMul: 31,
    Max: 1,
    Mul: 45,
    Neg: 2,
    Range: 2,
    ReduceMean: 7,
    ReduceSum: 1,
    Reshape: 6,
    ScatterElements: 1,
    Shape: 2,
    Sigmoid: 8,
    Softmax: 1,
    Split: 4,
    Sqrt: 7,
    Sub: 3,
    TopK: 1,
    Transpose: 8,
    Unsqueeze: 7,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'lfm2_moe', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Lfm2MoeModel', parameters: 40_441 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, lfm2Moe.featureExtraction)
})
