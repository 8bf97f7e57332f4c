// Made by vitest-hardware 0.1.0 from 7c475dc50a27f839; do not edit, "vitest-hardware generate" writes it anew.
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
import { align } from './align.skillset.ts'

describe('zero-shot-image-classification', () => {
  const test = modelTest({ model: 'align' })

  loadsAs(test, { architecture: 'AlignModel', parameters: 36_649 })
  answers(test, {
    logits_per_image: ['image_batch_size', 'text_batch_size'],
    logits_per_text: ['text_batch_size', 'image_batch_size'],
    text_embeds: ['text_batch_size', 24],
    image_embeds: ['image_batch_size', 24],
  })
  answersBySkill(test, align.zeroShotImageClassification)
  isMadeOf(test, {
    Add: 25,
    BatchNormalization: 9,
    Cast: 1,
    Conv: 15,
    Div: 5,
    Erf: 2,
    Gather: 5,
    GlobalAveragePool: 3,
    Identity: 4,
    LayerNormalization: 5,
    MatMul: 18,
    Mul: 19,
    Range: 1,
    ReduceL2: 2,
    ReduceMean: 1,
    Reshape: 8,
    Shape: 1,
    Sigmoid: 12,
    Softmax: 2,
    Sub: 1,
    Transpose: 12,
    Unsqueeze: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'align', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'AlignModel', parameters: 36_649 })
  answers(test, {
    logits_per_image: ['image_batch_size', 'text_batch_size'],
    logits_per_text: ['text_batch_size', 'image_batch_size'],
    text_embeds: ['text_batch_size', 24],
    image_embeds: ['image_batch_size', 24],
  })
  answersBySkill(test, align.featureExtraction)
})
