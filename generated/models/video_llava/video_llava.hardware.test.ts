// Made by vitest-hardware 0.1.0 from 486f70a85ffb759e; do not edit, "vitest-hardware generate" writes it anew.
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
import { videoLlava } from './video_llava.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'video_llava' })

  loadsAs(test, { architecture: 'VideoLlavaForConditionalGeneration', parameters: 118_916 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, videoLlava.imageTextToText)
  isMadeOf(test, {
    Add: 55,
    Cast: 4,
    Concat: 12,
    Conv: 2,
    CumSum: 2,
    Div: 7,
    Equal: 2,
    Erf: 2,
    Expand: 2,
    Gather: 9,
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
    Reshape: 29,
    Shape: 8,
    Sigmoid: 6,
    Slice: 1,
    Softmax: 6,
    Split: 4,
    Sqrt: 5,
    Sub: 6,
    Transpose: 32,
    Unsqueeze: 10,
    Where: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'video_llava', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'VideoLlavaModel', parameters: 114_820 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, videoLlava.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'video_llava', task: 'any-to-any' })

  loadsAs(test, { architecture: 'VideoLlavaForConditionalGeneration', parameters: 118_916 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, videoLlava.anyToAny)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'video_llava', task: 'pretraining' })

  loadsAs(test, { architecture: 'VideoLlavaForConditionalGeneration', parameters: 118_916 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, videoLlava.pretraining)
})
