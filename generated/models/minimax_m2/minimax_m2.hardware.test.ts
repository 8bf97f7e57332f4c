// Made by vitest-hardware 0.1.0 from 5e12881d35ac5e3a; do not edit, "vitest-hardware generate" writes it anew.
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
import { minimaxM2 } from './minimax_m2.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'minimax_m2' })

  loadsAs(test, { architecture: 'MiniMaxM2ForCausalLM', parameters: 62_222 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, minimaxM2.textGeneration)
  isMadeOf(test, {
    Add: 31,
    Cast: 2,
    Concat: 14,
    Div: 11,
    Expand: 4,
    Gather: 5,
    GatherElements: 2,
    Identity: 5,
    LessOrEqual: 1,
    MatMul: 51,
    Mul: 68,
    Neg: 4,
    Range: 2,
    ReduceMean: 9,
    ReduceSum: 2,
    Reshape: 12,
    ScatterElements: 2,
    Shape: 2,
    Sigmoid: 14,
    Softmax: 2,
    Split: 10,
    Sqrt: 9,
    Sub: 2,
    TopK: 2,
    Transpose: 10,
    Unsqueeze: 8,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'minimax_m2', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'MiniMaxM2Model', parameters: 58_127 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, minimaxM2.featureExtraction)
})
