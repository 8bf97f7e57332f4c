// Made by vitest-hardware 0.1.0 from 605bd43bbb1f3535; do not edit, "vitest-hardware generate" writes it anew.
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
import { siglip2 } from './siglip2.skillset.ts'

describe('zero-shot-image-classification', () => {
  const test = modelTest({ model: 'siglip2' })

  loadsAs(test, { architecture: 'Siglip2Model', parameters: 56_515 })
  answers(test, {
    logits_per_image: ['image_batch_size', 'text_batch_size'],
    logits_per_text: ['text_batch_size', 'image_batch_size'],
    text_embeds: ['text_batch_size', 32],
    image_embeds: ['image_batch_size', 32],
  })
  answersBySkill(test, siglip2.zeroShotImageClassification)
  isMadeOf(test, {
    Add: 59,
    Cast: 1,
    Concat: 6,
    Div: 2,
    Exp: 1,
    Expand: 4,
    Gather: 11,
    Identity: 4,
    LayerNormalization: 11,
    MatMul: 43,
    Mul: 39,
    Range: 3,
    ReduceL2: 2,
    Reshape: 26,
    Resize: 1,
    Shape: 3,
    Softmax: 5,
    Split: 2,
    Squeeze: 2,
    Sub: 1,
    Tanh: 5,
    Transpose: 29,
    Unsqueeze: 5,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.002 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'siglip2', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Siglip2Model', parameters: 56_515 })
  answers(test, {
    logits_per_image: ['image_batch_size', 'text_batch_size'],
    logits_per_text: ['text_batch_size', 'image_batch_size'],
    text_embeds: ['text_batch_size', 32],
    image_embeds: ['image_batch_size', 32],
  })
  answersBySkill(test, siglip2.featureExtraction)
})

describe('image-classification', () => {
  const test = modelTest({ model: 'siglip2', task: 'image-classification' })

  loadsAs(test, { architecture: 'Siglip2ForImageClassification', parameters: 23_978 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, siglip2.imageClassification)
})
