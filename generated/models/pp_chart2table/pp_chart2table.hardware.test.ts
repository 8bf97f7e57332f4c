// Made by vitest-hardware 0.1.0 from 98de1b4caa53717c; do not edit, "vitest-hardware generate" writes it anew.
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
import { ppChart2table } from './pp_chart2table.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'pp_chart2table' })

  loadsAs(test, { architecture: 'GotOcr2ForConditionalGeneration', parameters: 72_575 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, ppChart2table.imageTextToText)
  isMadeOf(test, {
    Add: 41,
    Cast: 3,
    Concat: 7,
    Conv: 5,
    CumSum: 1,
    Div: 7,
    Equal: 1,
    Erf: 2,
    Gather: 10,
    GatherND: 1,
    Identity: 1,
    LayerNormalization: 6,
    LessOrEqual: 1,
    MatMul: 36,
    Max: 1,
    Min: 1,
    Mul: 32,
    Neg: 4,
    Pad: 1,
    Range: 2,
    ReduceMean: 5,
    Reshape: 34,
    Shape: 4,
    Sigmoid: 2,
    Slice: 1,
    Softmax: 4,
    Split: 6,
    Sqrt: 5,
    Sub: 4,
    Transpose: 38,
    Unsqueeze: 10,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'pp_chart2table', task: 'any-to-any' })

  loadsAs(test, { architecture: 'GotOcr2ForConditionalGeneration', parameters: 72_575 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, ppChart2table.anyToAny)
})
