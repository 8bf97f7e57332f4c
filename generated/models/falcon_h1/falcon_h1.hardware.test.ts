// Made by vitest-hardware 0.1.0 from eb45eb612074bf7c; do not edit, "vitest-hardware generate" writes it anew.
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
import { falconH1 } from './falcon_h1.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'falcon_h1' })

  loadsAs(test, { architecture: 'FalconH1ForCausalLM', parameters: 45_631 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, falconH1.textGeneration)
  isMadeOf(test, {
    Add: 21,
    Cast: 6,
    Concat: 6,
    Conv: 2,
    CumSum: 3,
    Div: 5,
    Exp: 4,
    Expand: 8,
    Gather: 5,
    Identity: 1,
    LessOrEqual: 1,
    MatMul: 27,
    Max: 1,
    Min: 2,
    Mul: 58,
    Neg: 6,
    Range: 2,
    ReduceMean: 5,
    Reshape: 24,
    Shape: 2,
    Sigmoid: 6,
    Softmax: 2,
    Softplus: 2,
    Split: 8,
    Sqrt: 5,
    Sub: 5,
    Transpose: 28,
    Trilu: 2,
    Unsqueeze: 24,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.001 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'falcon_h1', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'FalconH1Model', parameters: 41_534 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, falconH1.featureExtraction)
})
