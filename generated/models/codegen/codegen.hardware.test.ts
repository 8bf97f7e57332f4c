// Made by vitest-hardware 0.1.0 from 137212aa915c3bad; do not edit, "vitest-hardware generate" writes it anew.
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
import { codegen } from './codegen.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'codegen' })

  loadsAs(test, { architecture: 'CodeGenForCausalLM', parameters: 37_539 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, codegen.textGeneration)
  isMadeOf(test, {
    Add: 19,
    Cast: 2,
    Concat: 12,
    Gather: 5,
    Identity: 5,
    LayerNormalization: 3,
    LessOrEqual: 1,
    MatMul: 13,
    Mul: 24,
    Neg: 4,
    Range: 2,
    Reshape: 14,
    Shape: 2,
    Slice: 8,
    Softmax: 2,
    Split: 6,
    Sub: 2,
    Tanh: 2,
    Transpose: 10,
    Unsqueeze: 12,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCausalLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'codegen', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'CodeGenModel', parameters: 33_315 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, codegen.featureExtraction)
})
