// Made by vitest-hardware 0.1.0 from 5e4c1dd5700d299a; do not edit, "vitest-hardware generate" writes it anew.
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
import { maskformerSwin } from './maskformer-swin.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'maskformer-swin' })

  loadsAs(test, { architecture: 'MaskFormerSwinModel', parameters: 38_836 })
  answers(test, { last_hidden_state: ['batch_size', 64, 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, maskformerSwin.featureExtraction)
  isMadeOf(test, {
    Add: 42,
    Concat: 10,
    Conv: 1,
    Div: 6,
    Erf: 4,
    Expand: 2,
    Gather: 4,
    Identity: 2,
    LayerNormalization: 11,
    MatMul: 33,
    Mul: 12,
    Pad: 4,
    ReduceMean: 1,
    Reshape: 45,
    Shape: 2,
    Slice: 22,
    Softmax: 4,
    Transpose: 34,
    Unsqueeze: 4,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('backbone', () => {
  const test = modelTest({ model: 'maskformer-swin', task: 'backbone' })

  loadsAs(test, { architecture: 'MaskFormerSwinBackbone', parameters: 38_876 })
  answers(test, { 'feature_maps.0': ['batch_size', 16, 16, 16], 'feature_maps.1': ['batch_size', 32, 8, 8] })
  shows(test, 'alone')
  answersBySkill(test, maskformerSwin.backbone)
})
