// Made by vitest-hardware 0.1.0 from 91cc19b40af97ba7; do not edit, "vitest-hardware generate" writes it anew.
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
import { granitemoeshared } from './granitemoeshared.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'granitemoeshared' })

  loadsAs(test, { architecture: 'GraniteMoeSharedForCausalLM', parameters: 64_067 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, granitemoeshared.textGeneration)
  isMadeOf(test, {
    Add: 27,
    Cast: 2,
    Concat: 10,
    Div: 5,
    Expand: 4,
    Gather: 5,
    Identity: 5,
    LessOrEqual: 1,
    MatMul: 43,
    Mul: 70,
    Neg: 4,
    Range: 2,
    ReduceMean: 5,
    Reshape: 12,
    ScatterElements: 2,
    Shape: 2,
    Sigmoid: 14,
    Softmax: 4,
    Split: 20,
    Sqrt: 5,
    Sub: 2,
    TopK: 2,
    Transpose: 11,
    Unsqueeze: 8,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'granitemoeshared', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'GraniteMoeSharedModel', parameters: 64_067 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, granitemoeshared.featureExtraction)
})
