// Made by vitest-hardware 0.1.0 from 2016a8c6ed829484; do not edit, "vitest-hardware generate" writes it anew.
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
import { flexOlmo } from './flex_olmo.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'flex_olmo' })

  loadsAs(test, { architecture: 'FlexOlmoForCausalLM', parameters: 58_035 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, flexOlmo.textGeneration)
  isMadeOf(test, {
    Add: 29,
    Cast: 2,
    Concat: 10,
    Div: 9,
    Gather: 5,
    Identity: 5,
    LessOrEqual: 1,
    MatMul: 51,
    Mul: 68,
    Neg: 4,
    Range: 2,
    ReduceMean: 9,
    Reshape: 8,
    ScatterElements: 2,
    Shape: 2,
    Sigmoid: 12,
    Softmax: 4,
    Split: 6,
    Sqrt: 9,
    Sub: 2,
    TopK: 2,
    Transpose: 10,
    Unsqueeze: 4,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'flex_olmo', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'FlexOlmoModel', parameters: 53_940 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, flexOlmo.featureExtraction)
})
