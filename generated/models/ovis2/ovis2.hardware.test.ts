// Made by vitest-hardware 0.1.0 from e8440ccbb30f7356; do not edit, "vitest-hardware generate" writes it anew.
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
import { ovis2 } from './ovis2.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'ovis2' })

  loadsAs(test, { architecture: 'Ovis2ForConditionalGeneration', parameters: 73_785 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, ovis2.imageTextToText)
  isMadeOf(test, {
    Add: 32,
    Cast: 8,
    Concat: 17,
    Conv: 1,
    CumSum: 6,
    Div: 11,
    Equal: 6,
    Expand: 9,
    Gather: 21,
    GatherND: 6,
    Identity: 1,
    LayerNormalization: 1,
    LessOrEqual: 1,
    MatMul: 39,
    Max: 6,
    Min: 6,
    Mul: 44,
    Neg: 4,
    Range: 2,
    ReduceMean: 11,
    Reshape: 27,
    Shape: 19,
    Sigmoid: 4,
    Slice: 1,
    Softmax: 5,
    Split: 4,
    Sqrt: 11,
    Sub: 14,
    Transpose: 22,
    Unsqueeze: 30,
    Where: 6,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'ovis2', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Ovis2Model', parameters: 73_785 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, ovis2.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'ovis2', task: 'any-to-any' })

  loadsAs(test, { architecture: 'Ovis2ForConditionalGeneration', parameters: 73_785 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, ovis2.anyToAny)
})
