// Made by vitest-hardware 0.1.0 from 67c601b6e92000ec; do not edit, "vitest-hardware generate" writes it anew.
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
import { bert } from './bert.skillset.ts'

describe('fill-mask', () => {
  const test = modelTest({ model: 'bert' })

  loadsAs(test, { architecture: 'BertForMaskedLM', parameters: 38_961 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, bert.fillMask)
  isMadeOf(test, {
    Add: 26,
    Cast: 1,
    Div: 3,
    Erf: 3,
    Gather: 4,
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
