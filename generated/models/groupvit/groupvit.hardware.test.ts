// Made by vitest-hardware 0.1.0 from 5370433759f9b2b3; do not edit, "vitest-hardware generate" writes it anew.
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
import { groupvit } from './groupvit.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'groupvit' })

  loadsAs(test, { architecture: 'GroupViTModel', parameters: 94_243 })
  answers(test, {
    logits_per_image: ['image_batch_size', 'text_batch_size'],
    logits_per_text: ['text_batch_size', 'image_batch_size'],
    text_embeds: ['text_batch_size', 24],
    image_embeds: ['image_batch_size', 24],
  })
  answersBySkill(test, groupvit.featureExtraction)
  isMadeOf(test, {
    Add: 100,
    ArgMax: 3,
    BatchNormalization: 2,
    Cast: 5,
    Concat: 4,
    Conv: 1,
    Div: 14,
    Equal: 3,
    Erf: 10,
    Exp: 1,
    Expand: 2,
    Gather: 7,
    GatherND: 1,
    Identity: 4,
    LayerNormalization: 26,
    LessOrEqual: 1,
    MatMul: 83,
    Mul: 36,
    Range: 3,
    ReduceL2: 2,
    ReduceMean: 1,
    ReduceSum: 2,
    Relu: 2,
    Reshape: 31,
    Shape: 5,
    Sigmoid: 2,
    Slice: 4,
    Softmax: 7,
    Sub: 2,
    Transpose: 46,
    Unsqueeze: 5,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
