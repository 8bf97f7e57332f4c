// Made by vitest-hardware 0.1.0 from 9320adeb058b9320; do not edit, "vitest-hardware generate" writes it anew.
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
import { vaultgemma } from './vaultgemma.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'vaultgemma' })

  loadsAs(test, { architecture: 'VaultGemmaForCausalLM', parameters: 37_062 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, vaultgemma.textGeneration)
  isMadeOf(test, {
    Add: 24,
    Cast: 5,
    Concat: 10,
    Div: 8,
    Expand: 4,
    Gather: 7,
    Identity: 5,
    Less: 1,
    LessOrEqual: 2,
    MatMul: 19,
    Mul: 43,
    Neg: 4,
    Range: 4,
    ReduceMean: 5,
    Reshape: 12,
    Shape: 4,
    Softmax: 2,
    Split: 4,
    Sqrt: 5,
    Sub: 5,
    Tanh: 5,
    Transpose: 11,
    Unsqueeze: 10,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForCausalLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'vaultgemma', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'VaultGemmaModel', parameters: 37_062 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, vaultgemma.featureExtraction)
})
