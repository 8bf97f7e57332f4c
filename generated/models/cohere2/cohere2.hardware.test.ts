// Made by vitest-hardware 0.1.0 from 9a2d797f1f73caeb; do not edit, "vitest-hardware generate" writes it anew.
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
import { cohere2 } from './cohere2.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'cohere2' })

  loadsAs(test, { architecture: 'Cohere2ForCausalLM', parameters: 30_854 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, cohere2.textGeneration)
  isMadeOf(test, {
    Add: 8,
    Cast: 5,
    Concat: 6,
    Expand: 4,
    Gather: 7,
    Identity: 5,
    LayerNormalization: 3,
    Less: 1,
    LessOrEqual: 2,
    MatMul: 19,
    Mul: 16,
    Neg: 2,
    Range: 4,
    Reshape: 14,
    Shape: 4,
    Sigmoid: 2,
    Slice: 4,
    Softmax: 2,
    Sub: 5,
    Transpose: 11,
    Unsqueeze: 14,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCausalLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'cohere2', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Cohere2Model', parameters: 30_853 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, cohere2.featureExtraction)
})
