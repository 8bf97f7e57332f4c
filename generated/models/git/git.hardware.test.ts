// Made by vitest-hardware 0.1.0 from 3484639364481309; do not edit, "vitest-hardware generate" writes it anew.
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
import { git } from './git.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'git' })

  loadsAs(test, { architecture: 'GitForCausalLM', parameters: 70_652 })
  answers(test, { logits: ['batch_size', '5 + sequence_length', 128] })
  shows(test, 'alone')
  answersBySkill(test, git.imageTextToText)
  isMadeOf(test, {
    Add: 41,
    And: 1,
    Cast: 3,
    Concat: 7,
    Conv: 1,
    CumSum: 1,
    Div: 2,
    Equal: 1,
    Erf: 2,
    Expand: 2,
    Gather: 7,
    Greater: 1,
    Identity: 1,
    LayerNormalization: 12,
    LessOrEqual: 1,
    MatMul: 34,
    Mul: 19,
    Range: 3,
    Reshape: 17,
    Shape: 5,
    Sigmoid: 2,
    Slice: 2,
    Softmax: 4,
    Sub: 4,
    Transpose: 21,
    Unsqueeze: 8,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'git', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'GitModel', parameters: 66_428 })
  answers(test, { last_hidden_state: ['batch_size', '5 + sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, git.featureExtraction)
})

describe('text-generation', () => {
  const test = modelTest({ model: 'git', task: 'text-generation' })

  loadsAs(test, { architecture: 'GitForCausalLM', parameters: 70_652 })
  answers(test, { logits: ['batch_size', '5 + sequence_length', 128] })
  shows(test, 'alone')
  answersBySkill(test, git.textGeneration)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'git', task: 'any-to-any' })

  loadsAs(test, { architecture: 'GitForCausalLM', parameters: 70_652 })
  answers(test, { logits: ['batch_size', '5 + sequence_length', 128] })
  shows(test, 'alone')
  answersBySkill(test, git.anyToAny)
})
