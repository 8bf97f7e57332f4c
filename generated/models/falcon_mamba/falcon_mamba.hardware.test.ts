// Made by vitest-hardware 0.1.0 from b9fbafdf9fb67647; do not edit, "vitest-hardware generate" writes it anew.
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
import { falconMamba } from './falcon_mamba.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'falcon_mamba' })

  loadsAs(test, { architecture: 'FalconMambaForCausalLM', parameters: 20_977 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, falconMamba.textGeneration)
  isMadeOf(test, {
    Add: 15,
    Cast: 6,
    Concat: 2,
    ConstantOfShape: 2,
    Conv: 2,
    CumSum: 1,
    Div: 9,
    Exp: 4,
    Gather: 3,
    Identity: 1,
    LessOrEqual: 1,
    MatMul: 9,
    Max: 1,
    Mul: 32,
    Neg: 2,
    Range: 2,
    ReduceMean: 9,
    Scan: 2,
    Shape: 4,
    Sigmoid: 4,
    Softplus: 2,
    Split: 4,
    Sqrt: 9,
    Sub: 3,
    Transpose: 5,
    Unsqueeze: 14,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.1 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'falcon_mamba', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'FalconMambaModel', parameters: 20_977 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, falconMamba.featureExtraction)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'falcon_mamba', task: 'pretraining' })

  loadsAs(test, { architecture: 'FalconMambaForCausalLM', parameters: 20_977 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, falconMamba.pretraining)
})
