// Made by vitest-hardware 0.1.0 from 1ce06780cc406afc; do not edit, "vitest-hardware generate" writes it anew.
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
import { rwkv } from './rwkv.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'rwkv' })

  loadsAs(test, { architecture: 'RwkvForCausalLM', parameters: 35_660 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, rwkv.textGeneration)
  isMadeOf(test, {
    Add: 14,
    Concat: 2,
    ConstantOfShape: 2,
    Exp: 2,
    Gather: 1,
    Identity: 1,
    LayerNormalization: 6,
    MatMul: 15,
    Mul: 26,
    Neg: 2,
    Pad: 4,
    Relu: 2,
    Scan: 2,
    Shape: 2,
    Sigmoid: 4,
    Slice: 4,
    Sub: 12,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'rwkv', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'RwkvModel', parameters: 31_564 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, rwkv.featureExtraction)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'rwkv', task: 'pretraining' })

  loadsAs(test, { architecture: 'RwkvForCausalLM', parameters: 35_660 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, rwkv.pretraining)
})
