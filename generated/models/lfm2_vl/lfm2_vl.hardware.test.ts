// Made by vitest-hardware 0.1.0 from de16559f34d1d0f2; do not edit, "vitest-hardware generate" writes it anew.
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
import { lfm2Vl } from './lfm2_vl.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'lfm2_vl' })

  loadsAs(test, { architecture: 'Lfm2VlForConditionalGeneration', parameters: 59_608 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, lfm2Vl.imageTextToText)
  isMadeOf(test, {
    Add: 43,
    Cast: 5,
    Concat: 13,
    Conv: 1,
    CumSum: 1,
    Div: 12,
    Equal: 1,
    Erf: 1,
    Expand: 7,
    Gather: 15,
    GatherND: 1,
    Identity: 1,
    LayerNormalization: 6,
    LessOrEqual: 1,
    MatMul: 34,
    Max: 1,
    Min: 1,
    Mul: 48,
    Neg: 2,
    Range: 6,
    ReduceMean: 7,
    Reshape: 26,
    Resize: 1,
    Shape: 5,
    Sigmoid: 2,
    Softmax: 3,
    Split: 3,
    Sqrt: 7,
    Squeeze: 4,
    Sub: 5,
    Tanh: 2,
    Transpose: 22,
    Unsqueeze: 13,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'lfm2_vl', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Lfm2VlModel', parameters: 59_608 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, lfm2Vl.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'lfm2_vl', task: 'any-to-any' })

  loadsAs(test, { architecture: 'Lfm2VlForConditionalGeneration', parameters: 59_608 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, lfm2Vl.anyToAny)
})
