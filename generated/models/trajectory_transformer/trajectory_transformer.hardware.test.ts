// Made by vitest-hardware 0.1.0 from 9df083671ef5e103; do not edit, "vitest-hardware generate" writes it anew.
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
import { trajectoryTransformer } from './trajectory_transformer.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'trajectory_transformer' })

  loadsAs(test, { architecture: 'TrajectoryTransformerModel', parameters: 35_518 })
  answers(test, { logits: ['batch_size', 'sequence_length', 16] })
  shows(test, 'alone')
  answersBySkill(test, trajectoryTransformer.featureExtraction)
  isMadeOf(test, {
    Add: 22,
    And: 1,
    Concat: 2,
    Div: 2,
    Einsum: 1,
    Equal: 1,
    Erf: 2,
    Gather: 3,
    Identity: 1,
    LayerNormalization: 5,
    Less: 1,
    LessOrEqual: 1,
    MatMul: 16,
    Mod: 3,
    Mul: 7,
    Neg: 1,
    Pad: 1,
    Range: 2,
    Reshape: 10,
    Shape: 3,
    Slice: 2,
    Softmax: 2,
    Transpose: 10,
    Unsqueeze: 4,
    Where: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
