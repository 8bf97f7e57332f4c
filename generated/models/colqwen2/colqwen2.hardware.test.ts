// Made by vitest-hardware 0.1.0 from 159bed30be4d3782; do not edit, "vitest-hardware generate" writes it anew.
import { describe } from 'vitest'
import {
  answers,
  answersBySkill,
  answersInHalfPrecision,
  isMadeOf,
  loadsAs,
  loadsFromPretrained,
  refusesWrongInputs,
  survivesSaving,
} from 'vitest-hardware/suites'
import { modelTest } from 'vitest-hardware/test'
import { colqwen2 } from './colqwen2.skillset.ts'

describe('pretraining', () => {
  const test = modelTest({ model: 'colqwen2' })

  loadsAs(test, { architecture: 'ColQwen2ForRetrieval', parameters: 78_089 })
  answers(test, { embeddings: ['batch_size', 'sequence_length', 16] })
  answersBySkill(test, colqwen2.pretraining)
  isMadeOf(test, {
    Add: 41,
    Cast: 4,
    Concat: 17,
    Conv: 1,
    CumSum: 1,
    Div: 11,
    Equal: 1,
    Erf: 1,
    Expand: 6,
    Gather: 25,
    GatherND: 1,
    Identity: 1,
    LayerNormalization: 5,
    LessOrEqual: 1,
    MatMul: 33,
    Max: 1,
    Min: 1,
    Mul: 44,
    Neg: 8,
    Range: 4,
    ReduceL2: 1,
    ReduceMean: 5,
    Reshape: 29,
    Shape: 4,
    Sigmoid: 4,
    Softmax: 4,
    Split: 10,
    Sqrt: 5,
    Squeeze: 2,
    Sub: 4,
    Transpose: 22,
    Unsqueeze: 14,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
