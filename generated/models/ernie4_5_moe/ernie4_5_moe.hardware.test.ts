// Made by vitest-hardware 0.1.0 from 22ab68216ee54981; do not edit, "vitest-hardware generate" writes it anew.
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
import { ernie4_5Moe } from './ernie4_5_moe.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'ernie4_5_moe' })

  loadsAs(test, { architecture: 'Ernie4_5_MoeForCausalLM', parameters: 46_476 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, ernie4_5Moe.textGeneration)
  isMadeOf(test, {
    Add: 22,
    Cast: 2,
    Concat: 8,
    Div: 6,
    Expand: 4,
    Gather: 5,
    GatherElements: 1,
    Identity: 5,
    LessOrEqual: 1,
    MatMul: 38,
    Mul: 45,
    Neg: 4,
    Range: 2,
    ReduceMean: 5,
    ReduceSum: 1,
    Reshape: 16,
    ScatterElements: 1,
    Shape: 2,
    Sigmoid: 8,
    Slice: 8,
    Softmax: 3,
    Split: 1,
    Sqrt: 5,
    Sub: 2,
    TopK: 1,
    Transpose: 11,
    Unsqueeze: 16,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'ernie4_5_moe', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Ernie4_5_MoeModel', parameters: 46_476 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, ernie4_5Moe.featureExtraction)
})
