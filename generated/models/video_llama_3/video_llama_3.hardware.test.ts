// Made by vitest-hardware 0.1.0 from e33f6a2537e5f4e7; do not edit, "vitest-hardware generate" writes it anew.
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
import { videoLlama3 } from './video_llama_3.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'video_llama_3' })

  loadsAs(test, { architecture: 'VideoLlama3ForConditionalGeneration', parameters: 57_011 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'causal')
  answersBySkill(test, videoLlama3.imageTextToText)
  isMadeOf(test, {
    Add: 48,
    Cast: 3,
    Concat: 20,
    Conv: 1,
    CumSum: 1,
    Div: 12,
    Equal: 1,
    Erf: 1,
    Expand: 6,
    Gather: 16,
    GatherND: 1,
    Identity: 1,
    LayerNormalization: 5,
    LessOrEqual: 1,
    MatMul: 37,
    Max: 1,
    Min: 1,
    Mul: 51,
    Neg: 8,
    Range: 4,
    ReduceMean: 5,
    Reshape: 31,
    Resize: 1,
    Shape: 5,
    Sigmoid: 2,
    Softmax: 4,
    Split: 8,
    Sqrt: 5,
    Squeeze: 2,
    Sub: 4,
    Tanh: 2,
    Transpose: 24,
    Unsqueeze: 13,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'video_llama_3', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'VideoLlama3Model', parameters: 52_915 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  answersBySkill(test, videoLlama3.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'video_llama_3', task: 'any-to-any' })

  loadsAs(test, { architecture: 'VideoLlama3ForConditionalGeneration', parameters: 57_011 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'causal')
  answersBySkill(test, videoLlama3.anyToAny)
})
