// Made by vitest-hardware 0.1.0 from 3be4de679f47201c; do not edit, "vitest-hardware generate" writes it anew.
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
import { clip } from './clip.skillset.ts'

describe('zero-shot-image-classification', () => {
  const test = modelTest({ model: 'clip' })

  loadsAs(test, { architecture: 'CLIPModel', parameters: 47_769 })
  answers(test, {
    logits_per_image: ['image_batch_size', 'text_batch_size'],
    logits_per_text: ['text_batch_size', 'image_batch_size'],
    text_embeds: ['text_batch_size', 24],
    image_embeds: ['image_batch_size', 24],
  })
  answersBySkill(test, clip.zeroShotImageClassification)
  isMadeOf(test, {
    Add: 37,
    ArgMax: 1,
    Cast: 3,
    Concat: 2,
    Conv: 1,
    Div: 2,
    Equal: 1,
    Exp: 1,
    Expand: 1,
    Gather: 7,
    GatherND: 1,
    Identity: 4,
    LayerNormalization: 11,
    LessOrEqual: 1,
    MatMul: 35,
    Mul: 15,
    Range: 3,
    ReduceL2: 2,
    Reshape: 17,
    Shape: 4,
    Sigmoid: 4,
    Softmax: 4,
    Sub: 2,
    Transpose: 23,
    Unsqueeze: 4,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModel' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'clip', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'CLIPModel', parameters: 47_769 })
  answers(test, {
    logits_per_image: ['image_batch_size', 'text_batch_size'],
    logits_per_text: ['text_batch_size', 'image_batch_size'],
    text_embeds: ['text_batch_size', 24],
    image_embeds: ['image_batch_size', 24],
  })
  answersBySkill(test, clip.featureExtraction)
})

describe('image-classification', () => {
  const test = modelTest({ model: 'clip', task: 'image-classification' })

  loadsAs(test, { architecture: 'CLIPForImageClassification', parameters: 24_220 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, clip.imageClassification)
})
