// Made by vitest-hardware 0.1.0 from 672f672f7ecb7b97; do not edit, "vitest-hardware generate" writes it anew.
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
import { olmo3 } from './olmo3.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'olmo3' })

  loadsAs(test, { architecture: 'Olmo3ForCausalLM', parameters: 33_074 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, olmo3.textGeneration)
  isMadeOf(test, {
    Add: 19,
    Cast: 5,
    Concat: 10,
    Div: 9,
    Gather: 7,
    Identity: 5,
    Less: 1,
    LessOrEqual: 2,
    MatMul: 19,
    Mul: 37,
    Neg: 4,
    Range: 4,
    ReduceMean: 9,
    Reshape: 8,
    Shape: 4,
    Sigmoid: 2,
    Softmax: 2,
    Split: 4,
    Sqrt: 9,
    Sub: 5,
    Transpose: 10,
    Unsqueeze: 6,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCausalLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'olmo3', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Olmo3Model', parameters: 28_979 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, olmo3.featureExtraction)
})
