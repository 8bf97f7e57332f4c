// Made by vitest-hardware 0.1.0 from 670d4ed064c8cf6b; do not edit, "vitest-hardware generate" writes it anew.
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
import { glm4MoeLite } from './glm4_moe_lite.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'glm4_moe_lite' })

  loadsAs(test, { architecture: 'Glm4MoeLiteForCausalLM', parameters: 47_307 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, glm4MoeLite.textGeneration)
  isMadeOf(test, {
    Add: 26,
    Cast: 2,
    Concat: 16,
    Div: 10,
    Expand: 2,
    Gather: 5,
    GatherElements: 1,
    Identity: 5,
    LessOrEqual: 1,
    MatMul: 40,
    Mul: 54,
    Neg: 4,
    Range: 2,
    ReduceMean: 9,
    ReduceSum: 1,
    Reshape: 6,
    ScatterElements: 1,
    Shape: 2,
    Sigmoid: 9,
    Slice: 8,
    Softmax: 2,
    Split: 11,
    Sqrt: 9,
    Sub: 2,
    TopK: 1,
    Transpose: 8,
    Unsqueeze: 6,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'glm4_moe_lite', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Glm4MoeLiteModel', parameters: 43_211 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, glm4MoeLite.featureExtraction)
})
