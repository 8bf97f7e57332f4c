// Made by vitest-hardware 0.1.0 from a7f1abc51fad271e; do not edit, "vitest-hardware generate" writes it anew.
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
import { roberta } from './roberta.skillset.ts'

describe('fill-mask', () => {
  const test = modelTest({ model: 'roberta' })

  loadsAs(test, { architecture: 'RobertaForMaskedLM', parameters: 38_992 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, roberta.fillMask)
  isMadeOf(test, {
    Add: 26,
    Cast: 2,
    CumSum: 1,
    Div: 3,
    Equal: 1,
    Erf: 3,
    Gather: 3,
    Identity: 1,
    LayerNormalization: 6,
    MatMul: 18,
    Mul: 10,
    Not: 1,
    Reshape: 8,
    Softmax: 2,
    Sub: 1,
    Transpose: 11,
    Unsqueeze: 1,
  })
  survivesSaving(test)
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForMaskedLM' })
})
