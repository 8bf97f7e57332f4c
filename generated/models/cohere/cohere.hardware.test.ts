// Made by vitest-hardware 0.1.0 from 7c20d12c8c92bffd; do not edit, "vitest-hardware generate" writes it anew.
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
import { cohere } from './cohere.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'cohere' })

  loadsAs(test, { architecture: 'CohereForCausalLM', parameters: 33_024 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, cohere.textGeneration)
  isMadeOf(test, {
    Add: 10,
    Cast: 2,
    Concat: 8,
    Gather: 5,
    Identity: 5,
    LayerNormalization: 7,
    LessOrEqual: 1,
    MatMul: 19,
    Mul: 21,
    Neg: 4,
    Range: 2,
    Reshape: 12,
    Shape: 2,
    Sigmoid: 2,
    Slice: 8,
    Softmax: 2,
    Sub: 2,
    Transpose: 11,
    Unsqueeze: 12,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCausalLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'cohere', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'CohereModel', parameters: 33_023 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, cohere.featureExtraction)
})
