// Made by vitest-hardware 0.1.0 from 65dbdd40c1da93f0; do not edit, "vitest-hardware generate" writes it anew.
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
import { mgpStr } from './mgp-str.skillset.ts'

describe('feature-extraction', () => {
  const test = modelTest({ model: 'mgp-str' })

  loadsAs(test, { architecture: 'MgpstrForSceneTextRecognition', parameters: 27_038 })
  answers(test, { char_logits: ['batch_size', 6, 38], bpe_logits: ['batch_size', 6, 60], wp_logits: ['batch_size', 6, 70] })
  shows(test, 'alone')
  answersBySkill(test, mgpStr.featureExtraction)
  isMadeOf(test, {
    Add: 18,
    Concat: 2,
    Conv: 10,
    Div: 2,
    Erf: 2,
    Expand: 1,
    Gather: 1,
    Identity: 3,
    LayerNormalization: 10,
    MatMul: 18,
    Mul: 6,
    Reshape: 15,
    Shape: 1,
    Softmax: 5,
    Split: 2,
    Transpose: 17,
    Unsqueeze: 4,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.005 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModel' })
})
