// Made by vitest-hardware 0.1.0 from 938b5fedadc9568b; do not edit, "vitest-hardware generate" writes it anew.
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
import { colmodernvbert } from './colmodernvbert.skillset.ts'

describe('pretraining', () => {
  const test = modelTest({ model: 'colmodernvbert' })

  loadsAs(test, { architecture: 'ColModernVBertForRetrieval', parameters: 67_130 })
  answers(test, { embeddings: ['batch_size', 'sequence_length', 16] })
  shows(test, 'alone')
  answersBySkill(test, colmodernvbert.pretraining)
  isMadeOf(test, {
    Abs: 1,
    Add: 41,
    Cast: 5,
    Concat: 11,
    Conv: 1,
    CumSum: 1,
    Div: 4,
    Equal: 1,
    Erf: 3,
    Gather: 8,
    GatherND: 1,
    Identity: 1,
    LayerNormalization: 12,
    LessOrEqual: 1,
    MatMul: 36,
    Max: 1,
    Min: 1,
    Mul: 42,
    Neg: 6,
    Range: 2,
    ReduceL2: 1,
    Reshape: 25,
    Shape: 4,
    Softmax: 5,
    Split: 12,
    Sub: 5,
    Tanh: 2,
    Transpose: 27,
    Unsqueeze: 11,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('retrieval', () => {
  const test = modelTest({ model: 'colmodernvbert', task: 'retrieval' })

  loadsAs(test, { architecture: 'ColModernVBertForRetrieval', parameters: 67_130 })
  answers(test, { embeddings: ['batch_size', 'sequence_length', 16] })
  shows(test, 'alone')
  answersBySkill(test, colmodernvbert.retrieval)
})
