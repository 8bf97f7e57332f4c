// Made by vitest-hardware 0.1.0 from 9b7e51aa43d6cb82; do not edit, "vitest-hardware generate" writes it anew.
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
import { ernie4_5 } from './ernie4_5.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'ernie4_5' })

  loadsAs(test, { architecture: 'Ernie4_5ForCausalLM', parameters: 30_917 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, ernie4_5.textGeneration)
  isMadeOf(test, {
    Add: 15,
    Cast: 2,
    Concat: 8,
    Div: 5,
    Expand: 4,
    Gather: 5,
    Identity: 5,
    LessOrEqual: 1,
    MatMul: 19,
    Mul: 26,
    Neg: 4,
    Range: 2,
    ReduceMean: 5,
    Reshape: 16,
    Shape: 2,
    Sigmoid: 2,
    Slice: 8,
    Softmax: 2,
    Sqrt: 5,
    Sub: 2,
    Transpose: 11,
    Unsqueeze: 16,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'ernie4_5', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Ernie4_5Model', parameters: 30_917 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, ernie4_5.featureExtraction)
})
