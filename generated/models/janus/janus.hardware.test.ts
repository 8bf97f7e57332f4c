// Made by vitest-hardware 0.1.0 from ae554d5b8f8ee03a; do not edit, "vitest-hardware generate" writes it anew.
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
import { janus } from './janus.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'janus' })

  loadsAs(test, { architecture: 'JanusForConditionalGeneration', parameters: 76_954 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, janus.imageTextToText)
  isMadeOf(test, {
    Add: 37,
    Cast: 3,
    Concat: 7,
    Conv: 1,
    CumSum: 1,
    Div: 8,
    Equal: 1,
    Erf: 3,
    Gather: 6,
    GatherND: 1,
    Identity: 1,
    LayerNormalization: 5,
    LessOrEqual: 1,
    MatMul: 37,
    Max: 1,
    Min: 1,
    Mul: 34,
    Neg: 4,
    Range: 2,
    ReduceMean: 5,
    Reshape: 18,
    Shape: 4,
    Sigmoid: 2,
    Softmax: 4,
    Split: 4,
    Sqrt: 5,
    Sub: 4,
    Transpose: 21,
    Unsqueeze: 6,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'janus', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'JanusModel', parameters: 72_858 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, janus.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'janus', task: 'any-to-any' })

  loadsAs(test, { architecture: 'JanusForConditionalGeneration', parameters: 76_954 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, janus.anyToAny)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'janus', task: 'pretraining' })

  loadsAs(test, { architecture: 'JanusForConditionalGeneration', parameters: 76_954 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, janus.pretraining)
})
