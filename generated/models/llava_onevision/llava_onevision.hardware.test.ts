// Made by vitest-hardware 0.1.0 from 5e5c59189d38c3c7; do not edit, "vitest-hardware generate" writes it anew.
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
import { llavaOnevision } from './llava_onevision.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'llava_onevision' })

  loadsAs(test, { architecture: 'LlavaOnevisionForConditionalGeneration', parameters: 75_041 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, llavaOnevision.imageTextToText)
  isMadeOf(test, {
    Add: 45,
    Cast: 3,
    Concat: 10,
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
    Mul: 42,
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
    Transpose: 22,
    Unsqueeze: 11,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'llava_onevision', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'LlavaOnevisionModel', parameters: 70_945 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, llavaOnevision.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'llava_onevision', task: 'any-to-any' })

  loadsAs(test, { architecture: 'LlavaOnevisionForConditionalGeneration', parameters: 75_041 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, llavaOnevision.anyToAny)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'llava_onevision', task: 'pretraining' })

  loadsAs(test, { architecture: 'LlavaOnevisionForConditionalGeneration', parameters: 75_041 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, llavaOnevision.pretraining)
})
