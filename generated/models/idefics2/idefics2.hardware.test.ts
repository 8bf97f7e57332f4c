// Made by vitest-hardware 0.1.0 from 0e866bf91684441f; do not edit, "vitest-hardware generate" writes it anew.
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
import { idefics2 } from './idefics2.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'idefics2' })

  loadsAs(test, { architecture: 'Idefics2ForConditionalGeneration', parameters: 91_984 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, idefics2.imageTextToText)
  isMadeOf(test, {
    Add: 47,
    Cast: 3,
    Concat: 10,
    Conv: 1,
    CumSum: 1,
    Div: 12,
    Equal: 1,
    Expand: 9,
    Gather: 7,
    GatherND: 1,
    Identity: 1,
    LayerNormalization: 5,
    LessOrEqual: 1,
    MatMul: 56,
    Max: 1,
    Min: 1,
    Mul: 62,
    Neg: 4,
    Range: 2,
    ReduceMean: 12,
    Reshape: 35,
    Shape: 5,
    Sigmoid: 5,
    Softmax: 6,
    Split: 4,
    Sqrt: 12,
    Sub: 4,
    Tanh: 2,
    Transpose: 31,
    Unsqueeze: 15,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'idefics2', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Idefics2Model', parameters: 87_888 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, idefics2.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'idefics2', task: 'any-to-any' })

  loadsAs(test, { architecture: 'Idefics2ForConditionalGeneration', parameters: 91_984 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, idefics2.anyToAny)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'idefics2', task: 'pretraining' })

  loadsAs(test, { architecture: 'Idefics2ForConditionalGeneration', parameters: 91_984 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, idefics2.pretraining)
})
