// Made by vitest-hardware 0.1.0 from 82c0f6987559b95b; do not edit, "vitest-hardware generate" writes it anew.
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
import { xclip } from './xclip.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'xclip' })

  loadsAs(test, { architecture: 'XCLIPModel', parameters: 78_614 })
  answers(test, {
    logits_per_video: ['batch_size', 'text_batch_size'],
    logits_per_text: ['text_batch_size', 'batch_size'],
    text_embeds: ['batch_size', 'text_batch_size', 24],
    video_embeds: ['batch_size', 24],
  })
  answersBySkill(test, xclip.featureExtraction)
  isMadeOf(test, {
    Add: 70,
    ArgMax: 1,
    Cast: 3,
    Concat: 5,
    Conv: 1,
    Div: 2,
    Einsum: 1,
    Equal: 1,
    Exp: 1,
    Expand: 2,
    Gather: 9,
    GatherND: 1,
    Identity: 4,
    LayerNormalization: 21,
    LessOrEqual: 1,
    MatMul: 73,
    Mul: 27,
    Range: 3,
    ReduceL2: 2,
    ReduceMean: 2,
    Reshape: 44,
    Shape: 5,
    Sigmoid: 7,
    Slice: 3,
    Softmax: 9,
    Sub: 2,
    Transpose: 47,
    Unsqueeze: 5,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
