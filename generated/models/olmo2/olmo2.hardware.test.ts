// Made by vitest-hardware 0.1.0 from e870dbb634858d4a; do not edit, "vitest-hardware generate" writes it anew.
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
import { olmo2 } from './olmo2.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'olmo2' })

  loadsAs(test, { architecture: 'Olmo2ForCausalLM', parameters: 33_073 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, olmo2.textGeneration)
  isMadeOf(test, {
    Add: 19,
    Cast: 2,
    Concat: 10,
    Div: 9,
    Gather: 5,
    Identity: 5,
    LessOrEqual: 1,
    MatMul: 19,
    Mul: 34,
    Neg: 4,
    Range: 2,
    ReduceMean: 9,
    Reshape: 8,
    Shape: 2,
    Sigmoid: 2,
    Softmax: 2,
    Split: 4,
    Sqrt: 9,
    Sub: 2,
    Transpose: 10,
    Unsqueeze: 4,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCausalLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'olmo2', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Olmo2Model', parameters: 28_978 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, olmo2.featureExtraction)
})
