// Made by vitest-hardware 0.1.0 from e0da7df5bb1ce832; do not edit, "vitest-hardware generate" writes it anew.
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
import { mamba } from './mamba.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'mamba' })

  loadsAs(test, { architecture: 'MambaForCausalLM', parameters: 20_969 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, mamba.textGeneration)
  isMadeOf(test, {
    Add: 9,
    Cast: 4,
    Concat: 2,
    ConstantOfShape: 2,
    Conv: 2,
    Div: 3,
    Exp: 4,
    Gather: 1,
    Identity: 1,
    MatMul: 9,
    Mul: 24,
    Neg: 2,
    ReduceMean: 3,
    Scan: 2,
    Shape: 2,
    Sigmoid: 4,
    Softplus: 2,
    Split: 4,
    Sqrt: 3,
    Transpose: 5,
    Unsqueeze: 12,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'mamba', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'MambaModel', parameters: 20_969 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, mamba.featureExtraction)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'mamba', task: 'pretraining' })

  loadsAs(test, { architecture: 'MambaForCausalLM', parameters: 20_969 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, mamba.pretraining)
})
