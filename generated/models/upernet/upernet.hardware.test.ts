// Made by vitest-hardware 0.1.0 from b0933f5d28aa8a79; do not edit, "vitest-hardware generate" writes it anew.
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
import { upernet } from './upernet.skillset.ts'

describe('image-segmentation', () => {
  const test = modelTest({ model: 'upernet' })

  loadsAs(test, { architecture: 'UperNetForSemanticSegmentation', parameters: 53_650 })
  answers(test, { logits: ['batch_size', 10, 64, 64] })
  shows(test, 'alone')
  answersBySkill(test, upernet.imageSegmentation)
  isMadeOf(test, {
    Add: 19,
    AveragePool: 1,
    BatchNormalization: 10,
    Concat: 11,
    Conv: 19,
    Div: 4,
    Erf: 4,
    GlobalAveragePool: 1,
    Identity: 1,
    LayerNormalization: 8,
    MatMul: 8,
    Mul: 12,
    Relu: 10,
    Resize: 9,
    Shape: 17,
    Slice: 17,
    Transpose: 16,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
