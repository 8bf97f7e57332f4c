// Made by vitest-hardware 0.1.0 from 0d3b21074aba5042; do not edit, "vitest-hardware generate" writes it anew.
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
import { llavaNext } from './llava_next.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'llava_next' })

  loadsAs(test, { architecture: 'LlavaNextForConditionalGeneration', parameters: 75_011 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, llavaNext.imageTextToText)
  isMadeOf(test, {
    Add: 35,
    Cast: 3,
    Concat: 12,
    Conv: 1,
    CumSum: 1,
    Div: 6,
    Equal: 1,
    Erf: 1,
    Expand: 6,
    Gather: 8,
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
    Reshape: 27,
    Shape: 6,
    Sigmoid: 4,
    Slice: 1,
    Softmax: 4,
    Split: 5,
    Sqrt: 5,
    Squeeze: 1,
    Sub: 4,
    Transpose: 22,
    Unsqueeze: 12,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'llava_next', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'LlavaNextModel', parameters: 70_915 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, llavaNext.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'llava_next', task: 'any-to-any' })

  loadsAs(test, { architecture: 'LlavaNextForConditionalGeneration', parameters: 75_011 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, llavaNext.anyToAny)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'llava_next', task: 'pretraining' })

  loadsAs(test, { architecture: 'LlavaNextForConditionalGeneration', parameters: 75_011 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, llavaNext.pretraining)
})
