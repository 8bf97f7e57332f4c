// Made by vitest-hardware 0.1.0 from 2170578d8501f6bd; do not edit, "vitest-hardware generate" writes it anew.
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
import { chineseClip } from './chinese_clip.skillset.ts'

describe('zero-shot-image-classification', () => {
  const test = modelTest({ model: 'chinese_clip' })

  loadsAs(test, { architecture: 'ChineseCLIPModel', parameters: 48_857 })
  answers(test, {
    logits_per_image: ['image_batch_size', 'text_batch_size'],
    logits_per_text: ['text_batch_size', 'image_batch_size'],
    text_embeds: ['text_batch_size', 24],
    image_embeds: ['image_batch_size', 24],
  })
  answersBySkill(test, chineseClip.zeroShotImageClassification)
  isMadeOf(test, {
    Add: 40,
    Cast: 1,
    Concat: 2,
    Conv: 1,
    Div: 4,
    Erf: 2,
    Exp: 1,
    Expand: 1,
    Gather: 7,
    Identity: 4,
    LayerNormalization: 11,
    MatMul: 35,
    Mul: 14,
    Range: 1,
    ReduceL2: 2,
    Reshape: 17,
    Shape: 2,
    Sigmoid: 2,
    Softmax: 4,
    Sub: 1,
    Transpose: 23,
    Unsqueeze: 3,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModel' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'chinese_clip', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'ChineseCLIPModel', parameters: 48_857 })
  answers(test, {
    logits_per_image: ['image_batch_size', 'text_batch_size'],
    logits_per_text: ['text_batch_size', 'image_batch_size'],
    text_embeds: ['text_batch_size', 24],
    image_embeds: ['image_batch_size', 24],
  })
  answersBySkill(test, chineseClip.featureExtraction)
})
