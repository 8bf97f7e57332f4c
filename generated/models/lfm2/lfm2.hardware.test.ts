// Made by vitest-hardware 0.1.0 from 2bad134f7d8c6757; do not edit, "vitest-hardware generate" writes it anew.
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
import { lfm2 } from './lfm2.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'lfm2' })

  loadsAs(test, { architecture: 'Lfm2ForCausalLM', parameters: 27_954 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, lfm2.textGeneration)
  isMadeOf(test, {
    Add: 14,
    Cast: 3,
    Concat: 4,
    Conv: 1,
    CumSum: 1,
    Div: 7,
    Expand: 2,
    Gather: 5,
    Identity: 1,
    LessOrEqual: 1,
    MatMul: 15,
    Max: 1,
    Mul: 28,
    Neg: 2,
    Range: 2,
    ReduceMean: 7,
    Reshape: 6,
    Shape: 2,
    Sigmoid: 2,
    Softmax: 1,
    Split: 3,
    Sqrt: 7,
    Sub: 3,
    Transpose: 8,
    Unsqueeze: 7,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'lfm2', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Lfm2Model', parameters: 27_954 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, lfm2.featureExtraction)
})
