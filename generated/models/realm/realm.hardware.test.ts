// Made by vitest-hardware 0.1.0 from 11fa0abef6a0bff9; do not edit, "vitest-hardware generate" writes it anew.
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
import { realm } from './realm.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'realm' })

  loadsAs(test, { architecture: 'RealmEmbedder', parameters: 39_331 })
  answers(test, { projected_score: ['batch_size', 16] })
  shows(test, 'alone')
  answersBySkill(test, realm.featureExtraction)
  isMadeOf(test, {
    Add: 27,
    Cast: 1,
    Gather: 4,
    Identity: 1,
    LayerNormalization: 6,
    MatMul: 18,
    Mul: 15,
    Range: 1,
    Reshape: 8,
    Shape: 1,
    Slice: 1,
    Softmax: 2,
    Squeeze: 1,
    Sub: 1,
    Tanh: 3,
    Transpose: 10,
    Unsqueeze: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
