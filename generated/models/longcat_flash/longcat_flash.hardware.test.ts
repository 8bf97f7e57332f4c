// Made by vitest-hardware 0.1.0 from 35fc05f9315f7070; do not edit, "vitest-hardware generate" writes it anew.
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
import { longcatFlash } from './longcat_flash.skillset.ts'

describe('text-generation', () => {
  const test = modelTest({ model: 'longcat_flash' })

  loadsAs(test, { architecture: 'LongcatFlashForCausalLM', parameters: 76_114 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'causal', 'cached')
  answersBySkill(test, longcatFlash.textGeneration)
  isMadeOf(test, {
    Add: 51,
    Cast: 2,
    Concat: 32,
    Div: 17,
    Expand: 4,
    Gather: 5,
    GatherElements: 2,
    Identity: 9,
    LessOrEqual: 1,
    MatMul: 67,
    Mul: 104,
    Neg: 8,
    Range: 2,
    ReduceMean: 17,
    Reshape: 12,
    ScatterElements: 2,
    Shape: 2,
    Sigmoid: 12,
    Slice: 16,
    Softmax: 6,
    Split: 22,
    Sqrt: 17,
    Sub: 2,
    TopK: 2,
    Transpose: 16,
    Unsqueeze: 8,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'longcat_flash', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'LongcatFlashModel', parameters: 72_018 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone', 'masked')
  answersBySkill(test, longcatFlash.featureExtraction)
})
