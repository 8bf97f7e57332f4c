// Made by vitest-hardware 0.1.0 from 68f914185d9aa3f6; do not edit, "vitest-hardware generate" writes it anew.
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
import { idefics } from './idefics.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'idefics' })

  loadsAs(test, { architecture: 'IdeficsForVisionText2Text', parameters: 95_500 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, idefics.imageTextToText)
  isMadeOf(test, {
    Add: 44,
    Cast: 4,
    Concat: 8,
    Conv: 1,
    Div: 11,
    Erf: 2,
    Expand: 2,
    Gather: 6,
    Identity: 1,
    LayerNormalization: 5,
    LessOrEqual: 1,
    MatMul: 53,
    Mul: 52,
    Neg: 4,
    Range: 2,
    ReduceMax: 1,
    ReduceMean: 9,
    Reshape: 28,
    Shape: 3,
    Sigmoid: 4,
    Softmax: 6,
    Split: 4,
    Sqrt: 9,
    Sub: 2,
    Tanh: 4,
    Transpose: 31,
    Unsqueeze: 7,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'idefics', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'IdeficsModel', parameters: 91_404 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, idefics.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'idefics', task: 'any-to-any' })

  loadsAs(test, { architecture: 'IdeficsForVisionText2Text', parameters: 95_500 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, idefics.anyToAny)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'idefics', task: 'pretraining' })

  loadsAs(test, { architecture: 'IdeficsForVisionText2Text', parameters: 95_500 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, idefics.pretraining)
})
