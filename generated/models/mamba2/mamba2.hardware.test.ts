// Made by vitest-hardware 0.1.0 from 944797432b5a93dd; do not edit, "vitest-hardware generate" writes it anew.
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
import { mamba2 } from './mamba2.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'mamba2' })

  loadsAs(test, { architecture: 'Mamba2ForCausalLM', parameters: 19_930 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, mamba2.textGeneration)
  isMadeOf(test, {
    Add: 11,
    Cast: 4,
    Conv: 2,
    CumSum: 2,
    Div: 5,
    Exp: 4,
    Expand: 4,
    Gather: 1,
    Identity: 1,
    MatMul: 9,
    Min: 2,
    Mul: 28,
    Neg: 2,
    ReduceMean: 5,
    Reshape: 12,
    Sigmoid: 4,
    Softplus: 2,
    Split: 4,
    Sqrt: 5,
    Sub: 2,
    Transpose: 19,
    Trilu: 2,
    Unsqueeze: 16,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'mamba2', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Mamba2Model', parameters: 19_930 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, mamba2.featureExtraction)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'mamba2', task: 'pretraining' })

  loadsAs(test, { architecture: 'Mamba2ForCausalLM', parameters: 19_930 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, mamba2.pretraining)
})
