// Made by vitest-hardware 0.1.0 from 6ec75ad92996dde8; do not edit, "vitest-hardware generate" writes it anew.
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
import { cwm } from './cwm.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'cwm' })

  loadsAs(test, { architecture: 'CwmForCausalLM', parameters: 30_912 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, cwm.textGeneration)
  isMadeOf(test, {
    Add: 15,
    Cast: 5,
    Concat: 10,
    Div: 5,
    Expand: 4,
    Gather: 7,
    Identity: 5,
    Less: 1,
    LessOrEqual: 2,
    MatMul: 19,
    Mul: 29,
    Neg: 4,
    Range: 4,
    ReduceMean: 5,
    Reshape: 12,
    Shape: 4,
    Sigmoid: 2,
    Softmax: 2,
    Split: 4,
    Sqrt: 5,
    Sub: 5,
    Transpose: 10,
    Unsqueeze: 10,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'cwm', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'CwmModel', parameters: 26_817 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, cwm.featureExtraction)
})
