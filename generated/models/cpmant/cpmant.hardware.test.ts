// Made by vitest-hardware 0.1.0 from f4a4f2626349fa04; do not edit, "vitest-hardware generate" writes it anew.
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
import { cpmant } from './cpmant.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'cpmant' })

  loadsAs(test, { architecture: 'CpmAntForCausalLM', parameters: 25_360 })
  answers(test, { logits: ['batch_size', 'sequence_length', 140] })
  shows(test, 'alone')
  answersBySkill(test, cpmant.textGeneration)
  isMadeOf(test, {
    Add: 19,
    Cast: 2,
    Concat: 3,
    Div: 7,
    Equal: 2,
    Erf: 2,
    Expand: 1,
    Gather: 6,
    GreaterOrEqual: 1,
    Identity: 1,
    Less: 1,
    MatMul: 19,
    Max: 1,
    Min: 1,
    Mul: 20,
    Not: 1,
    Pad: 1,
    Range: 2,
    ReduceMean: 5,
    ReduceSum: 1,
    Reshape: 8,
    Shape: 3,
    Slice: 1,
    Softmax: 2,
    Sqrt: 5,
    Sub: 4,
    Transpose: 12,
    Unsqueeze: 6,
    Where: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'cpmant', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'CpmAntModel', parameters: 25_360 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, cpmant.featureExtraction)
})
