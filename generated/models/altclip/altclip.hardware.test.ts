// Made by vitest-hardware 0.1.0 from a44d78c2c676a4f4; do not edit, "vitest-hardware generate" writes it anew.
import { describe } from 'vitest'
import {
  answers,
  answersBySkill,
  answersInHalfPrecision,
  isMadeOf,
  loadsAs,
  loadsFromPretrained,
  refusesWrongInputs,
  survivesSaving,
} from 'vitest-hardware/suites'
import { modelTest } from 'vitest-hardware/test'
import { altclip } from './altclip.skillset.ts'

describe('zero-shot-image-classification', () => {
  const test = modelTest({ model: 'altclip' })

  loadsAs(test, { architecture: 'AltCLIPModel', parameters: 49_945 })
  answers(test, {
    logits_per_image: ['image_batch_size', 'text_batch_size'],
    logits_per_text: ['text_batch_size', 'image_batch_size'],
    text_embeds: ['text_batch_size', 24],
    image_embeds: ['image_batch_size', 24],
  })
  answersBySkill(test, altclip.zeroShotImageClassification)
  isMadeOf(test, {
    Add: 41,
    Cast: 2,
    Concat: 2,
    Conv: 1,
    CumSum: 1,
    Div: 4,
    Equal: 1,
    Erf: 2,
    Exp: 1,
    Expand: 1,
    Gather: 6,
    Identity: 4,
    LayerNormalization: 12,
    MatMul: 36,
    Mul: 15,
    Not: 1,
    ReduceL2: 2,
    Reshape: 17,
    Shape: 1,
    Sigmoid: 2,
    Softmax: 4,
    Sub: 1,
    Transpose: 23,
    Unsqueeze: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'altclip', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'AltCLIPModel', parameters: 49_945 })
  answers(test, {
    logits_per_image: ['image_batch_size', 'text_batch_size'],
    logits_per_text: ['text_batch_size', 'image_batch_size'],
    text_embeds: ['text_batch_size', 24],
    image_embeds: ['image_batch_size', 24],
  })
  answersBySkill(test, altclip.featureExtraction)
})
