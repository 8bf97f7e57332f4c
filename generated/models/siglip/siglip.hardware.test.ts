// Made by vitest-hardware 0.1.0 from d77fcfd442ab6fe6; do not edit, "vitest-hardware generate" writes it anew.
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
import { siglip } from './siglip.skillset.ts'

describe('zero-shot-image-classification', () => {
  const test = modelTest({ model: 'siglip' })

  loadsAs(test, { architecture: 'SiglipModel', parameters: 56_728 })
  answers(test, {
    logits_per_image: ['image_batch_size', 'text_batch_size'],
    logits_per_text: ['text_batch_size', 'image_batch_size'],
    text_embeds: ['text_batch_size', 32],
    image_embeds: ['image_batch_size', 32],
  })
  answersBySkill(test, siglip.zeroShotImageClassification)
  isMadeOf(test, {
    Add: 54,
    Concat: 1,
    Conv: 1,
    Div: 2,
    Exp: 1,
    Expand: 1,
    Gather: 6,
    Identity: 4,
    LayerNormalization: 11,
    MatMul: 42,
    Mul: 36,
    Range: 1,
    ReduceL2: 2,
    Reshape: 21,
    Shape: 2,
    Softmax: 5,
    Split: 2,
    Tanh: 5,
    Transpose: 28,
    Unsqueeze: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.002 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModel' })
})
