// Made by vitest-hardware 0.1.0 from 439ec9622286531d; do not edit, "vitest-hardware generate" writes it anew.
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
import { vjepa2 } from './vjepa2.skillset.ts'

describe('video-classification', () => {
  const test = modelTest({ model: 'vjepa2' })

  loadsAs(test, { architecture: 'VJEPA2ForVideoClassification', parameters: 95_705 })
  answers(test, { logits: ['batch_size', 10] })
  shows(test, 'alone')
  answersBySkill(test, vjepa2.videoClassification)
  isMadeOf(test, {
    Add: 48,
    Concat: 17,
    Conv: 1,
    Div: 4,
    Erf: 4,
    Expand: 1,
    Gather: 1,
    Identity: 1,
    LayerNormalization: 9,
    MatMul: 32,
    Mul: 36,
    Neg: 12,
    Reshape: 41,
    Shape: 1,
    Softmax: 4,
    Split: 16,
    Squeeze: 1,
    Transpose: 22,
    Unsqueeze: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'vjepa2', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'VJEPA2Model', parameters: 59_594 })
  answers(test, { last_hidden_state: ['batch_size', 32, 48] })
  shows(test, 'alone')
  answersBySkill(test, vjepa2.featureExtraction)
})
