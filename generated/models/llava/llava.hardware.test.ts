// Made by vitest-hardware 0.1.0 from fc58ebe0ce1503d2; do not edit, "vitest-hardware generate" writes it anew.
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
import { llava } from './llava.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'llava' })

  loadsAs(test, { architecture: 'LlavaForConditionalGeneration', parameters: 76_991 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, llava.imageTextToText)
  isMadeOf(test, {
    Add: 35,
    Cast: 3,
    Concat: 9,
    Conv: 1,
    CumSum: 1,
    Div: 6,
    Equal: 1,
    Erf: 1,
    Expand: 1,
    Gather: 7,
    GatherND: 1,
    Identity: 1,
    LayerNormalization: 5,
    LessOrEqual: 1,
    MatMul: 37,
    Max: 1,
    Min: 1,
    Mul: 34,
    Neg: 4,
    Range: 2,
    ReduceMean: 5,
    Reshape: 18,
    Shape: 5,
    Sigmoid: 4,
    Slice: 1,
    Softmax: 4,
    Split: 4,
    Sqrt: 5,
    Sub: 4,
    Transpose: 21,
    Unsqueeze: 7,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'llava', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'LlavaModel', parameters: 72_895 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, llava.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'llava', task: 'any-to-any' })

  loadsAs(test, { architecture: 'LlavaForConditionalGeneration', parameters: 76_991 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, llava.anyToAny)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'llava', task: 'pretraining' })

  loadsAs(test, { architecture: 'LlavaForConditionalGeneration', parameters: 76_991 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, llava.pretraining)
})
