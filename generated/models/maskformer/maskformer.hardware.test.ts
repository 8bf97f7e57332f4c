// Made by vitest-hardware 0.1.0 from fcc867677a6e056a; do not edit, "vitest-hardware generate" writes it anew.
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
import { maskformer } from './maskformer.skillset.ts'

describe('image-segmentation', () => {
  const test = modelTest({ model: 'maskformer' })

  loadsAs(test, { architecture: 'MaskFormerForInstanceSegmentation', parameters: 113_091 })
  answers(test, { class_queries_logits: ['batch_size', 6, 11], masks_queries_logits: ['batch_size', 6, 16, 16] })
  shows(test, 'alone')
  answersBySkill(test, maskformer.imageSegmentation)
  isMadeOf(test, {
    Add: 110,
    Concat: 21,
    Conv: 8,
    Cos: 2,
    CumSum: 2,
    Div: 13,
    Erf: 6,
    Expand: 4,
    Gather: 7,
    Identity: 2,
    InstanceNormalization: 5,
    LayerNormalization: 25,
    MatMul: 83,
    Mul: 30,
    Relu: 7,
    Reshape: 103,
    Resize: 2,
    Shape: 13,
    Sin: 2,
    Slice: 33,
    Softmax: 10,
    Transpose: 75,
    Unsqueeze: 24,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForUniversalSegmentation' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'maskformer', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'MaskFormerModel', parameters: 109_553 })
  answers(test, {
    encoder_last_hidden_state: ['batch_size', 32, 4, 4],
    pixel_decoder_last_hidden_state: ['batch_size', 32, 16, 16],
    transformer_decoder_last_hidden_state: ['batch_size', 6, 32],
  })
  shows(test, 'alone')
  answersBySkill(test, maskformer.featureExtraction)
})
