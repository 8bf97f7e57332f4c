// Made by vitest-hardware 0.1.0 from 784dc1462a770345; do not edit, "vitest-hardware generate" writes it anew.
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
import { owlvit } from './owlvit.skillset.ts'

describe('zero-shot-object-detection', () => {
  const test = modelTest({ model: 'owlvit' })

  loadsAs(test, { architecture: 'OwlViTForObjectDetection', parameters: 49_724 })
  answers(test, { pred_boxes: ['batch_size', 16, 4], logits: ['batch_size', 16, 3] })
  answersBySkill(test, owlvit.zeroShotObjectDetection)
  isMadeOf(test, {
    Add: 48,
    ArgMax: 1,
    Cast: 3,
    Concat: 2,
    Conv: 1,
    Div: 4,
    Elu: 1,
    Equal: 1,
    Erf: 2,
    Expand: 1,
    Gather: 7,
    GatherND: 1,
    Identity: 2,
    LayerNormalization: 13,
    LessOrEqual: 1,
    MatMul: 40,
    Mul: 20,
    Range: 3,
    ReduceL2: 2,
    Reshape: 18,
    Shape: 4,
    Sigmoid: 5,
    Slice: 2,
    Softmax: 4,
    Sub: 2,
    Transpose: 22,
    Unsqueeze: 4,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'owlvit', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'OwlViTModel', parameters: 47_257 })
  answers(test, {
    logits_per_image: ['image_batch_size', 'text_batch_size'],
    logits_per_text: ['text_batch_size', 'image_batch_size'],
    text_embeds: ['text_batch_size', 24],
    image_embeds: ['image_batch_size', 24],
  })
  answersBySkill(test, owlvit.featureExtraction)
})
