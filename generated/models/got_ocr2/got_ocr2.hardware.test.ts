// Made by vitest-hardware 0.1.0 from ed8deb1a8a7341bc; do not edit, "vitest-hardware generate" writes it anew.
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
import { gotOcr2 } from './got_ocr2.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'got_ocr2' })

  loadsAs(test, { architecture: 'GotOcr2ForConditionalGeneration', parameters: 72_575 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, gotOcr2.imageTextToText)
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

describe('feature-extraction', () => {
  const test = modelTest({ model: 'got_ocr2', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'GotOcr2Model', parameters: 72_575 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, gotOcr2.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'got_ocr2', task: 'any-to-any' })

  loadsAs(test, { architecture: 'GotOcr2ForConditionalGeneration', parameters: 72_575 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, gotOcr2.anyToAny)
})

describe('text-generation', () => {
  const test = modelTest({ model: 'got_ocr2', task: 'text-generation' })

  loadsAs(test, { architecture: 'GotOcr2ForConditionalGeneration', parameters: 72_575 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, gotOcr2.textGeneration)
})
