// Made by vitest-hardware 0.1.0 from a61e6783f5c7e4f1; do not edit, "vitest-hardware generate" writes it anew.
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
import { trocr } from './trocr.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'trocr' })

  loadsAs(test, { architecture: 'TrOCRForCausalLM', parameters: 37_716 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal')
  answersBySkill(test, trocr.textGeneration)
  isMadeOf(test, {
    Add: 22,
    Cast: 2,
    Div: 2,
    Erf: 2,
    Gather: 5,
    Identity: 1,
    LayerNormalization: 5,
    LessOrEqual: 1,
    MatMul: 17,
    Mul: 9,
    Range: 3,
    Reshape: 8,
    Shape: 3,
    Softmax: 2,
    Sub: 2,
    Transpose: 11,
    Unsqueeze: 3,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
