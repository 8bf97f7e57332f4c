// Made by vitest-hardware 0.1.0 from 85725fe13ce78608; do not edit, "vitest-hardware generate" writes it anew.
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
import { kosmos2 } from './kosmos-2.skillset.ts'

describe('image-text-to-text', () => {
  const test = modelTest({ model: 'kosmos-2' })

  loadsAs(test, { architecture: 'Kosmos2ForConditionalGeneration', parameters: 71_168 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, kosmos2.imageTextToText)
  isMadeOf(test, {
    Add: 44,
    Cast: 4,
    Concat: 5,
    Conv: 1,
    CumSum: 2,
    Div: 3,
    Erf: 2,
    Expand: 2,
    Gather: 7,
    GatherND: 1,
    Identity: 1,
    LayerNormalization: 15,
    LessOrEqual: 1,
    MatMul: 40,
    Max: 2,
    Min: 1,
    Mul: 17,
    Range: 2,
    ReduceL2: 1,
    Reshape: 22,
    Shape: 6,
    Sigmoid: 2,
    Softmax: 5,
    Sub: 5,
    Transpose: 27,
    Unsqueeze: 6,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'kosmos-2', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'Kosmos2Model', parameters: 71_168 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, kosmos2.featureExtraction)
})

describe('any-to-any', () => {
  const test = modelTest({ model: 'kosmos-2', task: 'any-to-any' })

  loadsAs(test, { architecture: 'Kosmos2ForConditionalGeneration', parameters: 71_168 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, kosmos2.anyToAny)
})
