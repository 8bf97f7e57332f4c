// Made by vitest-hardware 0.1.0 from 2e84b19a6e39de8f; do not edit, "vitest-hardware generate" writes it anew.
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
import { nemotronH } from './nemotron_h.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'nemotron_h' })

  loadsAs(test, { architecture: 'NemotronHForCausalLM', parameters: 44_036 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, nemotronH.textGeneration)
  isMadeOf(test, {
    Add: 18,
    Cast: 4,
    Conv: 1,
    CumSum: 2,
    Div: 7,
    Exp: 2,
    Expand: 4,
    Gather: 3,
    GatherElements: 1,
    Identity: 1,
    LessOrEqual: 1,
    MatMul: 24,
    Max: 1,
    Min: 1,
    Mul: 36,
    Neg: 1,
    Range: 2,
    ReduceMean: 6,
    ReduceSum: 1,
    Relu: 6,
    Reshape: 14,
    ScatterElements: 1,
    Shape: 2,
    Sigmoid: 3,
    Softmax: 1,
    Softplus: 1,
    Split: 3,
    Sqrt: 6,
    Sub: 4,
    TopK: 1,
    Transpose: 14,
    Trilu: 1,
    Unsqueeze: 12,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'nemotron_h', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'NemotronHModel', parameters: 39_940 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, nemotronH.featureExtraction)
})
