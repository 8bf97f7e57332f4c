// Made by vitest-hardware 0.1.0 from 09f4f16314010af7; do not edit, "vitest-hardware generate" writes it anew.
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
import { cohere2Vision } from './cohere2_vision.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'cohere2_vision' })

  loadsAs(test, { architecture: 'Cohere2VisionForConditionalGeneration', parameters: 64_024 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, cohere2Vision.imageTextToText)
  isMadeOf(test, {
    Add: 31,
    Cast: 6,
    Concat: 3,
    Conv: 1,
    CumSum: 1,
    Equal: 1,
    Expand: 4,
    Gather: 8,
    GatherND: 1,
    Identity: 1,
    LayerNormalization: 8,
    Less: 1,
    LessOrEqual: 2,
    MatMul: 37,
    Max: 1,
    Min: 1,
    Mul: 32,
    Neg: 2,
    Range: 4,
    Reshape: 26,
    Shape: 6,
    Sigmoid: 3,
    Slice: 4,
    Softmax: 4,
    Split: 1,
    Sub: 7,
    Tanh: 2,
    Transpose: 23,
    Unsqueeze: 16,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'cohere2_vision', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Cohere2VisionModel', parameters: 64_023 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, cohere2Vision.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'cohere2_vision', task: 'any-to-any' })

  loadsAs(test, { architecture: 'Cohere2VisionForConditionalGeneration', parameters: 64_024 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, cohere2Vision.anyToAny)
})

describe('image-feature-extraction', () => {
  const test = modelTest({ model: 'cohere2_vision', task: 'image-feature-extraction' })

  loadsAs(test, { architecture: 'Cohere2VisionModel', parameters: 33_176 })
  answers(test, { pooler_output: ['batch_size', 4, 32] })
  shows(test, 'alone')
  answersBySkill(test, cohere2Vision.imageFeatureExtraction)
})
