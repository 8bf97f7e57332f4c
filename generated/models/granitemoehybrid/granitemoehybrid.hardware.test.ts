// Made by vitest-hardware 0.1.0 from c8534969e3f3ea98; do not edit, "vitest-hardware generate" writes it anew.
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
import { granitemoehybrid } from './granitemoehybrid.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'granitemoehybrid' })

  loadsAs(test, { architecture: 'GraniteMoeHybridForCausalLM', parameters: 76_343 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, granitemoehybrid.textGeneration)
  isMadeOf(test, {
    Add: 21,
    Cast: 4,
    Conv: 1,
    CumSum: 2,
    Div: 6,
    Exp: 2,
    Expand: 4,
    Gather: 3,
    Identity: 1,
    LessOrEqual: 1,
    MatMul: 33,
    Max: 1,
    Min: 1,
    Mul: 60,
    Neg: 1,
    Range: 2,
    ReduceMean: 6,
    Reshape: 12,
    ScatterElements: 2,
    Shape: 2,
    Sigmoid: 12,
    Softmax: 3,
    Softplus: 1,
    Split: 14,
    Sqrt: 6,
    Sub: 4,
    TopK: 2,
    Transpose: 15,
    Trilu: 1,
    Unsqueeze: 12,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.002 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'granitemoehybrid', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'GraniteMoeHybridModel', parameters: 76_343 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, granitemoehybrid.featureExtraction)
})
