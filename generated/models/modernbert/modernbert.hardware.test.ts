// Made by vitest-hardware 0.1.0 from 72dfce6dd12b4ef5; do not edit, "vitest-hardware generate" writes it anew.
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
import { modernbert } from './modernbert.skillset.ts'

describe('fill-mask', () => {
  const test = modelTest({ model: 'modernbert' })

  loadsAs(test, { architecture: 'ModernBertForMaskedLM', parameters: 39_827 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, modernbert.fillMask)
  isMadeOf(test, {
    Abs: 1,
    Add: 21,
    Cast: 3,
    Concat: 10,
    Div: 4,
    Erf: 4,
    Gather: 7,
    Identity: 1,
    LayerNormalization: 8,
    LessOrEqual: 1,
    MatMul: 20,
    Mul: 29,
    Neg: 6,
    Range: 2,
    Reshape: 12,
    Shape: 2,
    Softmax: 3,
    Split: 12,
    Sub: 3,
    Transpose: 16,
    Unsqueeze: 8,
  })
  survivesSaving(test)
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForMaskedLM' })
})
