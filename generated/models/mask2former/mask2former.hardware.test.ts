// Made by vitest-hardware 0.1.0 from e763271a27f9ef94; do not edit, "vitest-hardware generate" writes it anew.
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
import { mask2former } from './mask2former.skillset.ts'

describe('image-segmentation', () => {
  const test = modelTest({ model: 'mask2former' })

  loadsAs(test, { architecture: 'Mask2FormerForUniversalSegmentation', parameters: 129_560 })
  answers(test, { class_queries_logits: ['batch_size', 6, 11], masks_queries_logits: ['batch_size', 6, 16, 16] })
  shows(test, 'alone')
  answersBySkill(test, mask2former.imageSegmentation)
  isMadeOf(test, {
    Add: 149,
    Cast: 3,
    Concat: 32,
    Conv: 7,
    Cos: 12,
    CumSum: 12,
    Div: 34,
    Equal: 3,
    Erf: 5,
    Expand: 10,
    Gather: 12,
    GreaterOrEqual: 3,
    GridSample: 3,
    Identity: 2,
    InstanceNormalization: 5,
    LayerNormalization: 34,
    MatMul: 108,
    Mul: 41,
    Or: 3,
    Pad: 1,
    ReduceMax: 3,
    ReduceSum: 1,
    Relu: 13,
    Reshape: 142,
    Resize: 4,
    Shape: 12,
    Sin: 12,
    Slice: 31,
    Softmax: 12,
    Split: 3,
    Sub: 1,
    Transpose: 90,
    Unsqueeze: 56,
    Where: 3,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.1 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'mask2former', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Mask2FormerModel', parameters: 129_197 })
  answers(test, {
    encoder_last_hidden_state: ['batch_size', 64, 2, 2],
    pixel_decoder_last_hidden_state: ['batch_size', 32, 16, 16],
    transformer_decoder_last_hidden_state: ['batch_size', 6, 32],
  })
  shows(test, 'alone')
  answersBySkill(test, mask2former.featureExtraction)
})
