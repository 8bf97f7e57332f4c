// Made by vitest-hardware 0.1.0 from a441a3684858ab31; do not edit, "vitest-hardware generate" writes it anew.
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
import { afmoe } from './afmoe.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'afmoe' })

  loadsAs(test, { architecture: 'AfmoeForCausalLM', parameters: 61_001 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, afmoe.textGeneration)
  isMadeOf(test, {
    Add: 28,
    Cast: 5,
    Concat: 8,
    Div: 14,
    Expand: 4,
    Gather: 7,
    GatherElements: 1,
    Identity: 5,
    Less: 1,
    LessOrEqual: 2,
    MatMul: 40,
    Mul: 64,
    Neg: 2,
    Range: 4,
    ReduceMean: 13,
    ReduceSum: 1,
    Reshape: 12,
    ScatterElements: 1,
    Shape: 4,
    Sigmoid: 11,
    Softmax: 2,
    Split: 3,
    Sqrt: 13,
    Sub: 5,
    TopK: 1,
    Transpose: 10,
    Unsqueeze: 10,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCausalLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'afmoe', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'AfmoeModel', parameters: 56_906 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, afmoe.featureExtraction)
})
