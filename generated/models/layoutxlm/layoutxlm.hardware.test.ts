// Made by vitest-hardware 0.1.0 from d57ec63bce8b05c1; do not edit, "vitest-hardware generate" writes it anew.
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
import { layoutxlm } from './layoutxlm.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'layoutxlm' })

  loadsAs(test, { architecture: 'LayoutLMv2Model', parameters: 59_246 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length + 4', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone')
  answersBySkill(test, layoutxlm.featureExtraction)
  isMadeOf(test, {
    Add: 44,
    AveragePool: 1,
    BatchNormalization: 17,
    Cast: 1,
    Clip: 7,
    Concat: 8,
    Conv: 22,
    Div: 3,
    Erf: 2,
    Expand: 2,
    Gather: 37,
    Identity: 2,
    LayerNormalization: 6,
    MatMul: 18,
    MaxPool: 1,
    Mul: 7,
    Range: 2,
    Relu: 13,
    Reshape: 11,
    Resize: 3,
    Shape: 4,
    Softmax: 2,
    Sub: 9,
    Tanh: 1,
    Transpose: 14,
    Unsqueeze: 11,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
