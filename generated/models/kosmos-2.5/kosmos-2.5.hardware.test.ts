// Made by vitest-hardware 0.1.0 from aaff7b9463d55099; do not edit, "vitest-hardware generate" writes it anew.
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
import { kosmos2_5 } from './kosmos-2.5.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'kosmos-2.5' })

  loadsAs(test, { architecture: 'Kosmos2_5ForConditionalGeneration', parameters: 53_375 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, kosmos2_5.imageTextToText)
  isMadeOf(test, {
    Add: 46,
    Cast: 9,
    Concat: 3,
    CumSum: 2,
    Div: 8,
    Equal: 1,
    Erf: 2,
    Expand: 1,
    Gather: 9,
    GatherND: 1,
    Identity: 1,
    LayerNormalization: 7,
    LessOrEqual: 1,
    MatMul: 43,
    Max: 2,
    Min: 1,
    Mul: 38,
    Not: 1,
    Range: 2,
    ReduceL2: 1,
    ReduceMean: 5,
    ReduceSum: 1,
    Reshape: 21,
    Shape: 5,
    Slice: 3,
    Softmax: 5,
    Sqrt: 5,
    Squeeze: 2,
    Sub: 6,
    Tanh: 2,
    Transpose: 26,
    Unsqueeze: 6,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'kosmos-2.5', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Kosmos2_5Model', parameters: 53_375 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, kosmos2_5.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'kosmos-2.5', task: 'any-to-any' })

  loadsAs(test, { architecture: 'Kosmos2_5ForConditionalGeneration', parameters: 53_375 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, kosmos2_5.anyToAny)
})
