// Made by vitest-hardware 0.1.0 from 645367a9722f4c60; do not edit, "vitest-hardware generate" writes it anew.
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
import { chameleon } from './chameleon.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'chameleon' })

  loadsAs(test, { architecture: 'ChameleonForConditionalGeneration', parameters: 57_995 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, chameleon.imageTextToText)
  isMadeOf(test, {
    Add: 34,
    ArgMin: 1,
    Cast: 3,
    Concat: 7,
    Conv: 20,
    CumSum: 1,
    Div: 5,
    Equal: 1,
    Gather: 8,
    GatherND: 1,
    Identity: 1,
    InstanceNormalization: 12,
    LayerNormalization: 4,
    LessOrEqual: 1,
    MatMul: 22,
    Max: 1,
    Min: 1,
    Mul: 57,
    Neg: 4,
    Pad: 4,
    Range: 2,
    ReduceMean: 5,
    ReduceSum: 2,
    Reshape: 42,
    Shape: 16,
    Sigmoid: 13,
    Softmax: 3,
    Split: 4,
    Sqrt: 5,
    Sub: 5,
    Transpose: 21,
    Unsqueeze: 30,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'chameleon', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'ChameleonModel', parameters: 53_899 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, chameleon.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'chameleon', task: 'any-to-any' })

  loadsAs(test, { architecture: 'ChameleonForConditionalGeneration', parameters: 57_995 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, chameleon.anyToAny)
})
