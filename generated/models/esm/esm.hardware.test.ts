// Made by vitest-hardware 0.1.0 from 1633752e304f07fd; do not edit, "vitest-hardware generate" writes it anew.
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
import { esm } from './esm.skillset.ts'

describe('fill-mask', () => {
  const test = modelTest({ model: 'esm' })

  loadsAs(test, { architecture: 'EsmForMaskedLM', parameters: 26_612 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, esm.fillMask)
  isMadeOf(test, {
    Add: 28,
    Cast: 2,
    Concat: 6,
    Div: 3,
    Erf: 3,
    Gather: 4,
    Identity: 1,
    LayerNormalization: 6,
    MatMul: 18,
    Mul: 19,
    Neg: 4,
    Range: 1,
    Reshape: 8,
    Shape: 1,
    Softmax: 2,
    Split: 4,
    Sub: 1,
    Transpose: 11,
    Unsqueeze: 5,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test, { autoClass: 'AutoModelForMaskedLM' })
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'esm', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'EsmModel', parameters: 26_420 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, esm.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'esm', task: 'text-classification' })

  loadsAs(test, { architecture: 'EsmForSequenceClassification', parameters: 26_519 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, esm.textClassification)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'esm', task: 'token-classification' })

  loadsAs(test, { architecture: 'EsmForTokenClassification', parameters: 25_463 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, esm.tokenClassification)
})
