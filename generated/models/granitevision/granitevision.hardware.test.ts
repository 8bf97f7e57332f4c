// Made by vitest-hardware 0.1.0 from 1b31f1b66f55d25c; do not edit, "vitest-hardware generate" writes it anew.
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
import { granitevision } from './granitevision.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'granitevision' })

  loadsAs(test, { architecture: 'LlavaNextForConditionalGeneration', parameters: 71_845 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, granitevision.imageTextToText)
  isMadeOf(test, {
    Add: 39,
    Cast: 3,
    Concat: 11,
    Conv: 1,
    CumSum: 1,
    Div: 6,
    Equal: 1,
    Erf: 1,
    Expand: 5,
    Gather: 7,
    GatherND: 1,
    Identity: 1,
    LayerNormalization: 4,
    LessOrEqual: 1,
    MatMul: 37,
    Max: 1,
    Min: 1,
    Mul: 48,
    Neg: 4,
    Range: 2,
    ReduceMean: 5,
    Reshape: 27,
    Shape: 5,
    Sigmoid: 2,
    Softmax: 4,
    Split: 5,
    Sqrt: 5,
    Squeeze: 1,
    Sub: 4,
    Tanh: 2,
    Transpose: 23,
    Unsqueeze: 11,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'granitevision', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'LlavaNextModel', parameters: 71_844 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, granitevision.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'granitevision', task: 'any-to-any' })

  loadsAs(test, { architecture: 'LlavaNextForConditionalGeneration', parameters: 71_845 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, granitevision.anyToAny)
})
