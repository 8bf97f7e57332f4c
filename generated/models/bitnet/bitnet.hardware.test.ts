// Made by vitest-hardware 0.1.0 from 4245db49943e2537; do not edit, "vitest-hardware generate" writes it anew.
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
import { bitnet } from './bitnet.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'bitnet' })

  loadsAs(test, { architecture: 'BitNetForCausalLM', parameters: 27_007 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, bitnet.textGeneration)
  isMadeOf(test, {
    Add: 19,
    Cast: 2,
    Concat: 10,
    Div: 9,
    Expand: 4,
    Gather: 5,
    Identity: 5,
    LessOrEqual: 1,
    MatMul: 19,
    Mul: 34,
    Neg: 4,
    Range: 2,
    ReduceMean: 9,
    Relu: 2,
    Reshape: 12,
    Shape: 2,
    Softmax: 2,
    Split: 4,
    Sqrt: 9,
    Sub: 2,
    Transpose: 11,
    Unsqueeze: 8,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'bitnet', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'BitNetModel', parameters: 27_008 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, bitnet.featureExtraction)
})
