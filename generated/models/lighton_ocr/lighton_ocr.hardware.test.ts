// Made by vitest-hardware 0.1.0 from 0ec083b887ddda0b; do not edit, "vitest-hardware generate" writes it anew.
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
import { lightonOcr } from './lighton_ocr.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'lighton_ocr' })

  loadsAs(test, { architecture: 'LightOnOcrForConditionalGeneration', parameters: 63_987 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, lightonOcr.imageTextToText)
  isMadeOf(test, {
    Add: 34,
    Cast: 3,
    Concat: 13,
    Conv: 1,
    CumSum: 1,
    Div: 16,
    Equal: 1,
    Erf: 1,
    Expand: 4,
    Gather: 10,
    GatherND: 1,
    Identity: 1,
    LessOrEqual: 1,
    MatMul: 40,
    Max: 1,
    Min: 1,
    Mul: 62,
    Neg: 8,
    Range: 2,
    ReduceMean: 15,
    Reshape: 24,
    Shape: 4,
    Sigmoid: 4,
    Softmax: 4,
    Split: 8,
    Sqrt: 15,
    Sub: 4,
    Transpose: 22,
    Unsqueeze: 12,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'lighton_ocr', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'LightOnOcrModel', parameters: 59_891 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, lightonOcr.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'lighton_ocr', task: 'any-to-any' })

  loadsAs(test, { architecture: 'LightOnOcrForConditionalGeneration', parameters: 63_987 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, lightonOcr.anyToAny)
})
