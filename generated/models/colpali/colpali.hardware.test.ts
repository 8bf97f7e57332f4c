// Made by vitest-hardware 0.1.0 from 36fe8f55ba71a743; do not edit, "vitest-hardware generate" writes it anew.
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
import { colpali } from './colpali.skillset.ts'

describe('pretraining', () => {
  const test = modelTest({ model: 'colpali' })

  loadsAs(test, { architecture: 'ColPaliForRetrieval', parameters: 69_273 })
  answers(test, { embeddings: ['batch_size', 'sequence_length', 16] })
  shows(test, 'alone')
  answersBySkill(test, colpali.pretraining)
  isMadeOf(test, {
    Add: 47,
    Cast: 3,
    Concat: 7,
    Conv: 1,
    CumSum: 1,
    Div: 6,
    Equal: 1,
    Expand: 4,
    Gather: 4,
    GatherND: 1,
    Identity: 1,
    LayerNormalization: 5,
    MatMul: 36,
    Max: 1,
    Min: 1,
    Mul: 51,
    Neg: 4,
    ReduceL2: 1,
    ReduceMean: 5,
    Reshape: 22,
    Shape: 2,
    Softmax: 4,
    Split: 4,
    Sqrt: 5,
    Sub: 3,
    Tanh: 4,
    Transpose: 21,
    Unsqueeze: 10,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.002 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('retrieval', () => {
  const test = modelTest({ model: 'colpali', task: 'retrieval' })

  loadsAs(test, { architecture: 'ColPaliForRetrieval', parameters: 69_273 })
  answers(test, { embeddings: ['batch_size', 'sequence_length', 16] })
  shows(test, 'alone')
  answersBySkill(test, colpali.retrieval)
})
