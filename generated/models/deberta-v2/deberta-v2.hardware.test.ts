// Made by vitest-hardware 0.1.0 from ee9c1f7430e3a104; do not edit, "vitest-hardware generate" writes it anew.
import { describe } from 'vitest'
import {
  answers,
  answersBySkill,
  isMadeOf,
  loadsAs,
  loadsFromPretrained,
  refusesWrongInputs,
  shows,
  survivesSaving,
} from 'vitest-hardware/suites'
import { modelTest } from 'vitest-hardware/test'
import { debertaV2 } from './deberta-v2.skillset.ts'

describe('fill-mask', () => {
  const test = modelTest({ model: 'deberta-v2' })

  loadsAs(test, { architecture: 'DebertaV2ForMaskedLM', parameters: 24_122 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, debertaV2.fillMask)
  isMadeOf(test, {
    Add: 34,
    Cast: 3,
    Concat: 4,
    Div: 3,
    Erf: 3,
    Expand: 4,
    Gather: 3,
    GatherElements: 4,
    Identity: 1,
    LayerNormalization: 7,
    MatMul: 26,
    Max: 5,
    Min: 5,
    Mul: 15,
    Range: 1,
    Reshape: 12,
    Shape: 9,
    Softmax: 2,
    Sub: 4,
    Transpose: 21,
    Unsqueeze: 6,
  })
  survivesSaving(test)
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForMaskedLM' })
})
