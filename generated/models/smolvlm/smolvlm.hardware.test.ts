// Made by vitest-hardware 0.1.0 from bd907e969eeb13b3; do not edit, "vitest-hardware generate" writes it anew.
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
import { smolvlm } from './smolvlm.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'smolvlm' })

  loadsAs(test, { architecture: 'SmolVLMForConditionalGeneration', parameters: 53_749 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, smolvlm.imageTextToText)
  isMadeOf(test, {
    Add: 36,
    Cast: 3,
    Concat: 7,
    Conv: 1,
    CumSum: 1,
    Div: 5,
    Equal: 1,
    Expand: 4,
    Gather: 6,
    GatherND: 1,
    Identity: 1,
    LayerNormalization: 5,
    LessOrEqual: 1,
    MatMul: 36,
    Max: 1,
    Min: 1,
    Mul: 40,
    Neg: 4,
    Range: 2,
    ReduceMean: 5,
    Reshape: 25,
    Shape: 4,
    Sigmoid: 2,
    Softmax: 4,
    Split: 4,
    Sqrt: 5,
    Sub: 4,
    Tanh: 2,
    Transpose: 23,
    Unsqueeze: 10,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'smolvlm', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'SmolVLMModel', parameters: 53_749 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, smolvlm.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'smolvlm', task: 'any-to-any' })

  loadsAs(test, { architecture: 'SmolVLMForConditionalGeneration', parameters: 53_749 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, smolvlm.anyToAny)
})
