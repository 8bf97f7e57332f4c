// Made by vitest-hardware 0.1.0 from 612e8981e2b605b4; do not edit, "vitest-hardware generate" writes it anew.
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
import { bark } from './bark.skillset.ts'

describe('text-to-audio', () => {
  const test = modelTest({ model: 'bark' })

  loadsAs(test, { architecture: 'BarkModel', parameters: 34_996 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, bark.textToAudio)
  isMadeOf(test, {
    Add: 9,
    Cast: 2,
    Concat: 4,
    Div: 2,
    Erf: 2,
    Gather: 4,
    Identity: 5,
    LayerNormalization: 5,
    LessOrEqual: 1,
    MatMul: 13,
    Mul: 8,
    Range: 2,
    Reshape: 8,
    Shape: 2,
    Softmax: 2,
    Split: 2,
    Sub: 2,
    Transpose: 10,
    Unsqueeze: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.01 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'bark', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'BarkModel', parameters: 34_996 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'causal')
  answersBySkill(test, bark.featureExtraction)
})
