// Made by vitest-hardware 0.1.0 from f962d590de9fcdb0; do not edit, "vitest-hardware generate" writes it anew.
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
import { glmOcr } from './glm_ocr.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'glm_ocr' })

  loadsAs(test, { architecture: 'GlmOcrForConditionalGeneration', parameters: 79_583 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'causal')
  answersBySkill(test, glmOcr.imageTextToText)
  isMadeOf(test, {
    Add: 47,
    Cast: 3,
    Concat: 17,
    Conv: 2,
    CumSum: 1,
    Div: 23,
    Equal: 1,
    Erf: 1,
    Expand: 6,
    Gather: 25,
    GatherND: 1,
    Identity: 1,
    LayerNormalization: 1,
    LessOrEqual: 1,
    MatMul: 35,
    Max: 1,
    Min: 1,
    Mul: 71,
    Neg: 8,
    Range: 4,
    ReduceMean: 18,
    Reshape: 34,
    Shape: 4,
    Sigmoid: 5,
    Slice: 8,
    Softmax: 4,
    Split: 8,
    Sqrt: 18,
    Squeeze: 2,
    Sub: 4,
    Transpose: 23,
    Unsqueeze: 21,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'glm_ocr', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'GlmOcrModel', parameters: 75_487 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  answersBySkill(test, glmOcr.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'glm_ocr', task: 'any-to-any' })

  loadsAs(test, { architecture: 'GlmOcrForConditionalGeneration', parameters: 79_583 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'causal')
  answersBySkill(test, glmOcr.anyToAny)
})
