// Made by vitest-hardware 0.1.0 from 1fc09c830e823768; do not edit, "vitest-hardware generate" writes it anew.
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
import { aimv2 } from './aimv2.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'aimv2' })

  loadsAs(test, { architecture: 'Aimv2Model', parameters: 57_819 })
  answers(test, {
    logits_per_image: ['image_batch_size', 'text_batch_size'],
    logits_per_text: ['text_batch_size', 'image_batch_size'],
    text_embeds: ['text_batch_size', 24],
    image_embeds: ['image_batch_size', 24],
  })
  answersBySkill(test, aimv2.featureExtraction)
  isMadeOf(test, {
    Add: 25,
    ArgMax: 1,
    Cast: 3,
    Clip: 1,
    Concat: 1,
    Conv: 1,
    Div: 13,
    Equal: 1,
    Exp: 1,
    Expand: 1,
    Gather: 6,
    GatherND: 1,
    Identity: 4,
    LessOrEqual: 1,
    MatMul: 44,
    Mul: 38,
    Range: 3,
    ReduceL2: 2,
    ReduceMean: 12,
    Reshape: 21,
    Shape: 4,
    Sigmoid: 4,
    Softmax: 5,
    Sqrt: 11,
    Sub: 2,
    Transpose: 28,
    Unsqueeze: 4,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
