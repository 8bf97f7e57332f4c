// Made by vitest-hardware 0.1.0 from ec24c545c971ba52; do not edit, "vitest-hardware generate" writes it anew.
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
import { dots1 } from './dots1.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'dots1' })

  loadsAs(test, { architecture: 'Dots1ForCausalLM', parameters: 56_775 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, dots1.textGeneration)
  isMadeOf(test, {
    Add: 26,
    Cast: 2,
    Concat: 10,
    Div: 10,
    Expand: 4,
    Gather: 5,
    GatherElements: 1,
    Identity: 5,
    LessOrEqual: 1,
    MatMul: 38,
    Mul: 54,
    Neg: 4,
    Range: 2,
    ReduceMean: 9,
    ReduceSum: 1,
    Reshape: 12,
    ScatterElements: 1,
    Shape: 2,
    Sigmoid: 9,
    Softmax: 2,
    Split: 5,
    Sqrt: 9,
    Sub: 2,
    TopK: 1,
    Transpose: 10,
    Unsqueeze: 8,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'dots1', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Dots1Model', parameters: 52_680 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, dots1.featureExtraction)
})
