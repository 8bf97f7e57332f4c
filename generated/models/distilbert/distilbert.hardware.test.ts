// Made by vitest-hardware 0.1.0 from ea62d031ebf495ec; do not edit, "vitest-hardware generate" writes it anew.
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
import { distilbert } from './distilbert.skillset.ts'

describe('fill-mask', () => {
  const test = modelTest({ model: 'distilbert' })

  loadsAs(test, { architecture: 'DistilBertForMaskedLM', parameters: 38_897 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, distilbert.fillMask)
  isMadeOf(test, {
    Add: 25,
    Cast: 1,
    Div: 3,
    Erf: 3,
    Gather: 3,
    Identity: 1,
    LayerNormalization: 6,
    MatMul: 18,
    Mul: 9,
    Range: 1,
    Reshape: 8,
    Shape: 1,
    Softmax: 2,
    Sub: 1,
    Transpose: 11,
    Unsqueeze: 2,
  })
  survivesSaving(test)
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForMaskedLM' })
})
