// Made by vitest-hardware 0.1.0 from c548e67a2f8316b9; do not edit, "vitest-hardware generate" writes it anew.
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
import { bamba } from './bamba.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'bamba' })

  loadsAs(test, { architecture: 'BambaForCausalLM', parameters: 33_078 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, bamba.textGeneration)
  isMadeOf(test, {
    Add: 15,
    Cast: 4,
    Concat: 6,
    Conv: 1,
    CumSum: 2,
    Div: 6,
    Exp: 2,
    Expand: 4,
    Gather: 5,
    Identity: 1,
    LessOrEqual: 1,
    MatMul: 17,
    Max: 1,
    Min: 1,
    Mul: 32,
    Neg: 3,
    Range: 2,
    ReduceMean: 6,
    Reshape: 12,
    Shape: 2,
    Sigmoid: 4,
    Softmax: 1,
    Softplus: 1,
    Split: 6,
    Sqrt: 6,
    Sub: 4,
    Transpose: 14,
    Trilu: 1,
    Unsqueeze: 14,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'bamba', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'BambaModel', parameters: 28_982 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, bamba.featureExtraction)
})
