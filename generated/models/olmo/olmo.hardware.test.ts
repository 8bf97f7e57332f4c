// Made by vitest-hardware 0.1.0 from 8047fd01022dc8e1; do not edit, "vitest-hardware generate" writes it anew.
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
import { olmo } from './olmo.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'olmo' })

  loadsAs(test, { architecture: 'OlmoForCausalLM', parameters: 32_817 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, olmo.textGeneration)
  isMadeOf(test, {
    Add: 10,
    Cast: 2,
    Clip: 6,
    Concat: 10,
    Gather: 5,
    Identity: 5,
    LayerNormalization: 5,
    LessOrEqual: 1,
    MatMul: 19,
    Mul: 16,
    Neg: 4,
    Range: 2,
    Reshape: 8,
    Shape: 2,
    Sigmoid: 2,
    Softmax: 2,
    Split: 4,
    Sub: 2,
    Transpose: 10,
    Unsqueeze: 4,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCausalLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'olmo', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'OlmoModel', parameters: 28_722 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, olmo.featureExtraction)
})
