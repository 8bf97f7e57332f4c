// Made by vitest-hardware 0.1.0 from 0b32e83b5e708331; do not edit, "vitest-hardware generate" writes it anew.
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
import { solarOpen } from './solar_open.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'solar_open' })

  loadsAs(test, { architecture: 'SolarOpenForCausalLM', parameters: 72_268 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, solarOpen.textGeneration)
  isMadeOf(test, {
    Add: 29,
    Cast: 2,
    Concat: 10,
    Div: 7,
    Expand: 4,
    Gather: 5,
    GatherElements: 2,
    Identity: 5,
    LessOrEqual: 1,
    MatMul: 57,
    Mul: 64,
    Neg: 4,
    Range: 2,
    ReduceMean: 5,
    ReduceSum: 2,
    Reshape: 12,
    ScatterElements: 2,
    Shape: 2,
    Sigmoid: 16,
    Softmax: 2,
    Split: 6,
    Sqrt: 5,
    Sub: 2,
    TopK: 2,
    Transpose: 10,
    Unsqueeze: 8,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCausalLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'solar_open', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'SolarOpenModel', parameters: 68_173 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, solarOpen.featureExtraction)
})
