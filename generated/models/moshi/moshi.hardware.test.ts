// Made by vitest-hardware 0.1.0 from bfe90be92bf3ae9d; do not edit, "vitest-hardware generate" writes it anew.
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
import { moshi } from './moshi.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'moshi' })

  loadsAs(test, { architecture: 'MoshiForCausalLM', parameters: 32_946 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, moshi.textGeneration)
  isMadeOf(test, {
    Add: 15,
    Cast: 3,
    Concat: 10,
    Div: 5,
    Gather: 5,
    Identity: 5,
    Less: 1,
    LessOrEqual: 1,
    MatMul: 17,
    Mul: 27,
    Neg: 4,
    Range: 2,
    ReduceMean: 5,
    Reshape: 8,
    Shape: 2,
    Sigmoid: 2,
    Softmax: 2,
    Split: 6,
    Sqrt: 5,
    Sub: 3,
    Transpose: 10,
    Unsqueeze: 4,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'moshi', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'MoshiModel', parameters: 28_851 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, moshi.featureExtraction)
})
