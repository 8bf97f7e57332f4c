// Made by vitest-hardware 0.1.0 from d1b178ca5eb4bb1e; do not edit, "vitest-hardware generate" writes it anew.
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
import { dbrx } from './dbrx.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'dbrx' })

  loadsAs(test, { architecture: 'DbrxForCausalLM', parameters: 55_876 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, dbrx.textGeneration)
  isMadeOf(test, {
    Add: 20,
    Cast: 2,
    Clip: 6,
    Concat: 10,
    Div: 2,
    Expand: 4,
    Gather: 5,
    Identity: 5,
    LayerNormalization: 5,
    LessOrEqual: 1,
    MatMul: 47,
    Mul: 50,
    Neg: 4,
    Range: 2,
    ReduceSum: 2,
    Reshape: 12,
    ScatterElements: 2,
    Shape: 2,
    Sigmoid: 12,
    Softmax: 4,
    Split: 8,
    Sub: 2,
    TopK: 2,
    Transpose: 10,
    Unsqueeze: 8,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'dbrx', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'DbrxModel', parameters: 51_781 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, dbrx.featureExtraction)
})
