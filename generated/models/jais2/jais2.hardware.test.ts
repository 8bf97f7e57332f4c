// Made by vitest-hardware 0.1.0 from aef31464d42e578e; do not edit, "vitest-hardware generate" writes it anew.
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
import { jais2 } from './jais2.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'jais2' })

  loadsAs(test, { architecture: 'Jais2ForCausalLM', parameters: 29_455 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, jais2.textGeneration)
  isMadeOf(test, {
    Add: 22,
    Cast: 2,
    Concat: 10,
    Gather: 5,
    Identity: 5,
    LayerNormalization: 5,
    LessOrEqual: 1,
    MatMul: 17,
    Mul: 14,
    Neg: 4,
    Range: 2,
    Relu: 2,
    Reshape: 8,
    Shape: 2,
    Softmax: 2,
    Split: 4,
    Sub: 2,
    Transpose: 10,
    Unsqueeze: 4,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'jais2', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Jais2Model', parameters: 25_360 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, jais2.featureExtraction)
})
