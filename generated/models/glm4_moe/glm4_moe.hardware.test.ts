// Made by vitest-hardware 0.1.0 from ca0bc3073b438053; do not edit, "vitest-hardware generate" writes it anew.
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
import { glm4Moe } from './glm4_moe.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'glm4_moe' })

  loadsAs(test, { architecture: 'Glm4MoeForCausalLM', parameters: 52_936 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, glm4Moe.textGeneration)
  isMadeOf(test, {
    Add: 32,
    Cast: 2,
    Concat: 14,
    Div: 10,
    Expand: 4,
    Gather: 5,
    GatherElements: 1,
    Identity: 5,
    LessOrEqual: 1,
    MatMul: 38,
    Mul: 53,
    Neg: 4,
    Range: 2,
    ReduceMean: 9,
    ReduceSum: 1,
    Reshape: 12,
    ScatterElements: 1,
    Shape: 2,
    Sigmoid: 9,
    Softmax: 2,
    Split: 9,
    Sqrt: 9,
    Sub: 2,
    TopK: 1,
    Transpose: 10,
    Unsqueeze: 8,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'glm4_moe', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Glm4MoeModel', parameters: 48_841 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, glm4Moe.featureExtraction)
})
