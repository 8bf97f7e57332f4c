// Made by vitest-hardware 0.1.0 from d5b49085c2db8102; do not edit, "vitest-hardware generate" writes it anew.
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
import { mlcd } from './mlcd.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'mlcd' })

  loadsAs(test, { architecture: 'MLCDVisionModel', parameters: 23_672 })
  answers(test, { last_hidden_state: ['batch_size', 17, 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, mlcd.featureExtraction)
  isMadeOf(test, {
    Add: 22,
    Concat: 9,
    Conv: 1,
    Cos: 1,
    Div: 2,
    Erf: 2,
    Expand: 1,
    Gather: 2,
    Identity: 2,
    LayerNormalization: 6,
    MatMul: 16,
    Mul: 14,
    Neg: 4,
    Reshape: 9,
    Shape: 1,
    Sin: 1,
    Softmax: 2,
    Split: 4,
    Transpose: 11,
    Unsqueeze: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'mlcd', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'MLCDVisionModel', parameters: 23_672 })
  answers(test, { last_hidden_state: ['batch_size', 17, 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, mlcd.imageFeatureExtraction)
})
