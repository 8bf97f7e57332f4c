// Made by vitest-hardware 0.1.0 from 2de0b020a0ade200; do not edit, "vitest-hardware generate" writes it anew.
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
import { paddleocrVl } from './paddleocr_vl.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'paddleocr_vl' })

  loadsAs(test, { architecture: 'PaddleOCRVLForConditionalGeneration', parameters: 76_641 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'causal')
  answersBySkill(test, paddleocrVl.imageTextToText)
  isMadeOf(test, {
    Add: 45,
    Cast: 3,
    Concat: 19,
    Conv: 1,
    CumSum: 1,
    Div: 10,
    Equal: 1,
    Erf: 1,
    Expand: 8,
    Gather: 30,
    GatherND: 1,
    Identity: 1,
    LayerNormalization: 6,
    LessOrEqual: 1,
    MatMul: 37,
    Max: 1,
    Min: 1,
    Mul: 53,
    Neg: 8,
    Range: 6,
    ReduceMean: 5,
    Reshape: 33,
    Resize: 1,
    Shape: 4,
    Sigmoid: 2,
    Softmax: 4,
    Split: 8,
    Sqrt: 5,
    Squeeze: 4,
    Sub: 4,
    Tanh: 2,
    Transpose: 24,
    Unsqueeze: 14,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'paddleocr_vl', task: 'any-to-any' })

  loadsAs(test, { architecture: 'PaddleOCRVLForConditionalGeneration', parameters: 76_641 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'causal')
  answersBySkill(test, paddleocrVl.anyToAny)
})
