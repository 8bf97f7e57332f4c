// Made by vitest-hardware 0.1.0 from b5f125e1fa920584; do not edit, "vitest-hardware generate" writes it anew.
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
import { owlv2 } from './owlv2.skillset.ts'

describe('zero-shot-object-detection', () => {
  const test = modelTest({ model: 'owlv2' })

  loadsAs(test, { architecture: 'Owlv2ForObjectDetection', parameters: 51_870 })
  answers(test, { pred_boxes: ['batch_size', 16, 4], logits: ['batch_size', 16, 3], objectness_logits: ['batch_size', 16] })
  answersBySkill(test, owlv2.zeroShotObjectDetection)
  isMadeOf(test, {
    Add: 53,
    ArgMax: 1,
    Cast: 3,
    Concat: 2,
    Conv: 1,
    Div: 6,
    Elu: 1,
    Equal: 1,
    Erf: 4,
    Expand: 1,
    Gather: 7,
    GatherND: 1,
    Identity: 3,
    LayerNormalization: 13,
    LessOrEqual: 1,
    MatMul: 43,
    Mul: 24,
    Range: 3,
    ReduceL2: 2,
    Reshape: 18,
    Shape: 4,
    Sigmoid: 5,
    Slice: 2,
    Softmax: 4,
    Squeeze: 1,
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
  const test = modelTest({ model: 'owlv2', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Owlv2Model', parameters: 47_257 })
  answers(test, {
    logits_per_image: ['image_batch_size', 'text_batch_size'],
    logits_per_text: ['text_batch_size', 'image_batch_size'],
    text_embeds: ['text_batch_size', 24],
    image_embeds: ['image_batch_size', 24],
  })
  answersBySkill(test, owlv2.featureExtraction)
})
