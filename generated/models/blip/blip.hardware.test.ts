// Made by vitest-hardware 0.1.0 from ef23f6d14c085cd7; do not edit, "vitest-hardware generate" writes it anew.
import { describe } from 'vitest'
import { answers, answersBySkill, isMadeOf, loadsAs, loadsFromPretrained, refusesWrongInputs, survivesSaving } from 'vitest-hardware/suites'
import { modelTest } from 'vitest-hardware/test'
import { blip } from './blip.skillset.ts'

describe('zero-shot-image-classification', () => {
  const test = modelTest({ model: 'blip' })

  loadsAs(test, { architecture: 'BlipModel', parameters: 64_153 })
  answers(test, {
    logits_per_image: ['image_batch_size', 'text_batch_size'],
    logits_per_text: ['text_batch_size', 'image_batch_size'],
    text_embeds: ['text_batch_size', 24],
    image_embeds: ['image_batch_size', 24],
  })
  answersBySkill(test, blip.zeroShotImageClassification)
  isMadeOf(test, {
    Add: 42,
    Cast: 1,
    Concat: 2,
    Conv: 1,
    Div: 6,
    Erf: 4,
    Exp: 1,
    Expand: 1,
    Gather: 5,
    Identity: 4,
    LayerNormalization: 11,
    MatMul: 36,
    Mul: 14,
    Range: 1,
    ReduceL2: 2,
    Reshape: 17,
    Shape: 2,
    Slice: 1,
    Softmax: 4,
    Squeeze: 1,
    Sub: 1,
    Tanh: 1,
    Transpose: 23,
    Unsqueeze: 3,
  })
  survivesSaving(test)
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'blip', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'BlipModel', parameters: 64_153 })
  answers(test, {
    logits_per_image: ['image_batch_size', 'text_batch_size'],
    logits_per_text: ['text_batch_size', 'image_batch_size'],
    text_embeds: ['text_batch_size', 24],
    image_embeds: ['image_batch_size', 24],
  })
  answersBySkill(test, blip.featureExtraction)
})
