// Made by vitest-hardware 0.1.0 from aa9069f077f01840; do not edit, "vitest-hardware generate" writes it anew.
import { describe } from 'vitest'
import {
  answers,
  answersBySkill,
  answersInHalfPrecision,
  isMadeOf,
  loadsAs,
  loadsFromPretrained,
  refusesWrongInputs,
  shows,
  survivesSaving,
} from 'vitest-hardware/suites'
import { modelTest } from 'vitest-hardware/test'
import { llavaNextVideo } from './llava_next_video.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'llava_next_video' })

  loadsAs(test, { architecture: 'LlavaNextVideoForConditionalGeneration', parameters: 77_032 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, llavaNextVideo.imageTextToText)
  isMadeOf(test, {
    Add: 55,
    AveragePool: 1,
    Cast: 4,
    Concat: 14,
    Conv: 2,
    CumSum: 2,
    Div: 7,
    Equal: 2,
    Erf: 2,
    Expand: 3,
    Gather: 10,
    GatherND: 2,
    Identity: 1,
    LayerNormalization: 10,
    LessOrEqual: 1,
    MatMul: 55,
    Max: 2,
    Min: 2,
    Mul: 42,
    Neg: 4,
    Range: 2,
    ReduceMean: 5,
    Reshape: 31,
    Shape: 9,
    Sigmoid: 6,
    Slice: 2,
    Softmax: 6,
    Split: 4,
    Sqrt: 5,
    Sub: 6,
    Transpose: 34,
    Unsqueeze: 11,
    Where: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'llava_next_video', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'LlavaNextVideoModel', parameters: 72_936 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, llavaNextVideo.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'llava_next_video', task: 'any-to-any' })

  loadsAs(test, { architecture: 'LlavaNextVideoForConditionalGeneration', parameters: 77_032 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, llavaNextVideo.anyToAny)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'llava_next_video', task: 'pretraining' })

  loadsAs(test, { architecture: 'LlavaNextVideoForConditionalGeneration', parameters: 77_032 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, llavaNextVideo.pretraining)
})
