// Made by vitest-hardware 0.1.0 from c01a6c6d06a3bfbe; do not edit, "vitest-hardware generate" writes it anew.
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
import { paligemma } from './paligemma.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'paligemma' })

  loadsAs(test, { architecture: 'PaliGemmaForConditionalGeneration', parameters: 68_745 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone')
  answersBySkill(test, paligemma.imageTextToText)
  isMadeOf(test, {
    Add: 46,
    Cast: 2,
    Concat: 7,
    Conv: 1,
    CumSum: 1,
    Div: 5,
    Equal: 1,
    Expand: 4,
    Gather: 4,
    GatherND: 1,
    Identity: 1,
    LayerNormalization: 5,
    MatMul: 36,
    Max: 1,
    Min: 1,
    Mul: 50,
    Neg: 4,
    ReduceMean: 5,
    Reshape: 22,
    Shape: 2,
    Softmax: 4,
    Split: 4,
    Sqrt: 5,
    Sub: 3,
    Tanh: 4,
    Transpose: 22,
    Unsqueeze: 9,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'paligemma', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'PaliGemmaModel', parameters: 68_745 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, paligemma.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'paligemma', task: 'any-to-any' })

  loadsAs(test, { architecture: 'PaliGemmaForConditionalGeneration', parameters: 68_745 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone')
  answersBySkill(test, paligemma.anyToAny)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'paligemma', task: 'pretraining' })

  loadsAs(test, { architecture: 'PaliGemmaForConditionalGeneration', parameters: 68_745 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone')
  answersBySkill(test, paligemma.pretraining)
})
