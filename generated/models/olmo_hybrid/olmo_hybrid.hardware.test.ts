// Made by vitest-hardware 0.1.0 from ee130bb46e83d38a; do not edit, "vitest-hardware generate" writes it anew.
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
import { olmoHybrid } from './olmo_hybrid.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'olmo_hybrid' })

  loadsAs(test, { architecture: 'OlmoHybridForCausalLM', parameters: 35_741 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, olmoHybrid.textGeneration)
  isMadeOf(test, {
    Add: 18,
    Cast: 4,
    Concat: 6,
    ConstantOfShape: 1,
    Conv: 1,
    CumSum: 1,
    Div: 10,
    Exp: 2,
    Gather: 5,
    Identity: 1,
    LessOrEqual: 1,
    MatMul: 20,
    Max: 1,
    Mul: 37,
    Neg: 3,
    Range: 2,
    ReduceMean: 8,
    ReduceSum: 2,
    Reshape: 9,
    Scan: 1,
    Shape: 3,
    Sigmoid: 5,
    Softmax: 1,
    Softplus: 1,
    Split: 3,
    Sqrt: 10,
    Sub: 3,
    Transpose: 7,
    Unsqueeze: 10,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'olmo_hybrid', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'OlmoHybridModel', parameters: 31_645 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, olmoHybrid.featureExtraction)
})
