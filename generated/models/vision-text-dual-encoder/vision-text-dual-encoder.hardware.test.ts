// Made by vitest-hardware 0.1.0 from a7479bb807d81517; do not edit, "vitest-hardware generate" writes it anew.
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
import { visionTextDualEncoder } from './vision-text-dual-encoder.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'vision-text-dual-encoder' })

  loadsAs(test, { architecture: 'VisionTextDualEncoderModel', parameters: 50_936 })
  answers(test, {
    logits_per_image: ['image_batch_size', 'text_batch_size'],
    logits_per_text: ['text_batch_size', 'image_batch_size'],
    text_embeds: ['text_batch_size', 24],
    image_embeds: ['image_batch_size', 24],
  })
  answersBySkill(test, visionTextDualEncoder.featureExtraction)
  isMadeOf(test, {
    Add: 44,
    Cast: 1,
    Concat: 2,
    Conv: 1,
    Div: 6,
    Erf: 4,
    Exp: 1,
    Expand: 1,
    Gather: 7,
    Identity: 4,
    LayerNormalization: 10,
    MatMul: 37,
    Mul: 14,
    Range: 1,
    ReduceL2: 2,
    Reshape: 17,
    Shape: 2,
    Softmax: 4,
    Sub: 1,
    Tanh: 2,
    Transpose: 23,
    Unsqueeze: 3,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
