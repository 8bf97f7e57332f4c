// Made by vitest-hardware 0.1.0 from c9d010ec5ab157b5; do not edit, "vitest-hardware generate" writes it anew.
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
import { granitemoe } from './granitemoe.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'granitemoe' })

  loadsAs(test, { architecture: 'GraniteMoeForCausalLM', parameters: 51_779 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, granitemoe.textGeneration)
  isMadeOf(test, {
    Add: 25,
    Cast: 2,
    Concat: 10,
    Div: 5,
    Expand: 4,
    Gather: 5,
    Identity: 5,
    LessOrEqual: 1,
    MatMul: 39,
    Mul: 66,
    Neg: 4,
    Range: 2,
    ReduceMean: 5,
    Reshape: 12,
    ScatterElements: 2,
    Shape: 2,
    Sigmoid: 12,
    Softmax: 4,
    Split: 18,
    Sqrt: 5,
    Sub: 2,
    TopK: 2,
    Transpose: 11,
    Unsqueeze: 8,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'granitemoe', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'GraniteMoeModel', parameters: 51_779 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, granitemoe.featureExtraction)
})
