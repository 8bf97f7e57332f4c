// Made by vitest-hardware 0.1.0 from e6de6266d0c3bdea; do not edit, "vitest-hardware generate" writes it anew.
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
import { clipseg } from './clipseg.skillset.ts'

describe('zero-shot-image-classification', () => {
  const test = modelTest({ model: 'clipseg' })

  loadsAs(test, { architecture: 'CLIPSegModel', parameters: 47_769 })
  answers(test, {
    logits_per_image: ['image_batch_size', 'text_batch_size'],
    logits_per_text: ['text_batch_size', 'image_batch_size'],
    text_embeds: ['text_batch_size', 24],
    image_embeds: ['image_batch_size', 24],
  })
  answersBySkill(test, clipseg.zeroShotImageClassification)
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
  const test = modelTest({ model: 'clipseg', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'CLIPSegModel', parameters: 47_769 })
  answers(test, {
    logits_per_image: ['image_batch_size', 'text_batch_size'],
    logits_per_text: ['text_batch_size', 'image_batch_size'],
    text_embeds: ['text_batch_size', 24],
    image_embeds: ['image_batch_size', 24],
  })
  answersBySkill(test, clipseg.featureExtraction)
})

describe('image-segmentation', () => {
  const test = modelTest({ model: 'clipseg', task: 'image-segmentation' })

  loadsAs(test, { architecture: 'CLIPSegForImageSegmentation', parameters: 55_333 })
  answers(test, { logits: ['batch_size', 32, 32] })
  shows(test, 'alone')
  answersBySkill(test, clipseg.imageSegmentation)
})
