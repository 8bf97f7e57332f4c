// Made by vitest-hardware 0.1.0 from decb1f17b0ffb258; do not edit, "vitest-hardware generate" writes it anew.
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
import { blip } from './blip.skillset.ts'

describe('zero-shot-image-classification', () => {
  const test = modelTest({ model: 'blip' })

  loadsAs(test, { architecture: 'BlipModel', parameters: 49_816 })
  answers(test, {
    logits_per_image: ['image_batch_size', 'text_batch_size'],
    logits_per_text: ['text_batch_size', 'image_batch_size'],
    text_embeds: ['text_batch_size', 24],
    image_embeds: ['image_batch_size', 24],
  })
  answersBySkill(test, blip.zeroShotImageClassification)
  isMadeOf(test, {
    Add: 38,
    Cast: 1,
    Concat: 2,
    Conv: 1,
    Div: 6,
    Erf: 4,
    Exp: 1,
    Expand: 1,
    Gather: 6,
    Identity: 4,
    LayerNormalization: 11,
    MatMul: 32,
    Mul: 14,
    Range: 1,
    ReduceL2: 2,
    Reshape: 17,
    Shape: 2,
    Softmax: 4,
    Split: 2,
    Sub: 1,
    Tanh: 1,
    Transpose: 23,
    Unsqueeze: 3,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'blip', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'BlipModel', parameters: 49_816 })
  answers(test, {
    logits_per_image: ['image_batch_size', 'text_batch_size'],
    logits_per_text: ['text_batch_size', 'image_batch_size'],
    text_embeds: ['text_batch_size', 24],
    image_embeds: ['image_batch_size', 24],
  })
  answersBySkill(test, blip.featureExtraction)
})

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'blip', task: 'image-text-to-text' })

  loadsAs(test, { architecture: 'BlipForConditionalGeneration', parameters: 57_047 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, blip.imageTextToText)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'blip', task: 'any-to-any' })

  loadsAs(test, { architecture: 'BlipForConditionalGeneration', parameters: 57_047 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, blip.anyToAny)
})

describe('visual-question-answering', () => {
  const test = modelTest({ model: 'blip', task: 'visual-question-answering' })

  loadsAs(test, { architecture: 'BlipForQuestionAnswering', parameters: 88_921 })
  answers(test, { logits: ['batch_size', 'decoder_sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, blip.visualQuestionAnswering)
})
