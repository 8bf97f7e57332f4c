// Made by vitest-hardware 0.1.0 from 846ff69f395b0343; do not edit, "vitest-hardware generate" writes it anew.
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
import { xlstm } from './xlstm.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'xlstm' })

  loadsAs(test, { architecture: 'xLSTMForCausalLM', parameters: 29_213 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, xlstm.textGeneration)
  isMadeOf(test, {
    Add: 13,
    Cast: 2,
    Concat: 6,
    ConstantOfShape: 6,
    CumSum: 1,
    Div: 10,
    Gather: 3,
    Identity: 1,
    LayerNormalization: 2,
    LessOrEqual: 1,
    MatMul: 21,
    Max: 1,
    Mul: 27,
    Neg: 4,
    Range: 2,
    ReduceMean: 5,
    Reshape: 8,
    Scan: 2,
    Shape: 8,
    Sigmoid: 4,
    Softplus: 2,
    Sqrt: 5,
    Sub: 3,
    Tanh: 5,
    Unsqueeze: 12,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'xlstm', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'xLSTMModel', parameters: 25_116 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, xlstm.featureExtraction)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'xlstm', task: 'pretraining' })

  loadsAs(test, { architecture: 'xLSTMForCausalLM', parameters: 29_213 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, xlstm.pretraining)
})
