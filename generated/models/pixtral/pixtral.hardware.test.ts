// Made by vitest-hardware 0.1.0 from bdeb89169bbc0985; do not edit, "vitest-hardware generate" writes it anew.
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
import { pixtral } from './pixtral.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'pixtral' })

  loadsAs(test, { architecture: 'PixtralVisionModel', parameters: 26_844 })
  answers(test, { last_hidden_state: [1, '16*batch_size', 32] })
  answersBySkill(test, pixtral.featureExtraction)
  isMadeOf(test, {
    Add: 17,
    Concat: 6,
    Conv: 1,
    Div: 9,
    Equal: 1,
    Erf: 2,
    Gather: 5,
    Identity: 1,
    MatMul: 18,
    Mod: 2,
    Mul: 26,
    Neg: 4,
    Range: 1,
    ReduceMean: 5,
    Reshape: 10,
    Shape: 1,
    Softmax: 2,
    Split: 4,
    Sqrt: 5,
    Transpose: 11,
    Unsqueeze: 3,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})
