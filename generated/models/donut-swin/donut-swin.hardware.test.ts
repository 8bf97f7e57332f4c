// Made by vitest-hardware 0.1.0 from 528ce42ab0ee3c9f; do not edit, "vitest-hardware generate" writes it anew.
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
import { donutSwin } from './donut-swin.skillset.ts'

describe('image-classification', () => {
  const test = modelTest({ model: 'donut-swin' })

  loadsAs(test, { architecture: 'DonutSwinForImageClassification', parameters: 41_533 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, donutSwin.imageClassification)
  isMadeOf(test, {
    Add: 43,
    Concat: 10,
    Conv: 1,
    Div: 6,
    Erf: 4,
    Expand: 2,
    Gather: 4,
    Identity: 1,
    LayerNormalization: 10,
    MatMul: 34,
    Mul: 12,
    ReduceMean: 1,
    Reshape: 45,
    Shape: 2,
    Slice: 18,
    Softmax: 4,
    Transpose: 34,
    Unsqueeze: 4,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.002 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'donut-swin', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'DonutSwinModel', parameters: 41_203 })
  answers(test, { last_hidden_state: ['batch_size', 64, 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, donutSwin.featureExtraction)
})
