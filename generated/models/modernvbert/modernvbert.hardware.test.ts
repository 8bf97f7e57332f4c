// Made by vitest-hardware 0.1.0 from 125d189120659072; do not edit, "vitest-hardware generate" writes it anew.
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
import { modernvbert } from './modernvbert.skillset.ts'

describe('fill-mask', () => {
  const test = modelTest({ model: 'modernvbert' })

  loadsAs(test, { architecture: 'ModernVBertForMaskedLM', parameters: 71_881 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone')
  answersBySkill(test, modernvbert.fillMask)
  isMadeOf(test, {
    Abs: 1,
    Add: 42,
    Cast: 4,
    Concat: 11,
    Conv: 1,
    CumSum: 1,
    Div: 4,
    Equal: 1,
    Erf: 4,
    Gather: 8,
    GatherND: 1,
    Identity: 1,
    LayerNormalization: 13,
    LessOrEqual: 1,
    MatMul: 37,
    Max: 1,
    Min: 1,
    Mul: 43,
    Neg: 6,
    Range: 2,
    Reshape: 25,
    Shape: 4,
    Softmax: 5,
    Split: 12,
    Sub: 5,
    Tanh: 2,
    Transpose: 27,
    Unsqueeze: 10,
    Where: 1,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.02 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'modernvbert', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'ModernVBertModel', parameters: 66_601 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32] })
  shows(test, 'alone')
  answersBySkill(test, modernvbert.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'modernvbert', task: 'text-classification' })

  loadsAs(test, { architecture: 'ModernVBertForSequenceClassification', parameters: 67_756 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, modernvbert.textClassification)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'modernvbert', task: 'token-classification' })

  loadsAs(test, { architecture: 'ModernVBertForTokenClassification', parameters: 67_756 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone')
  answersBySkill(test, modernvbert.tokenClassification)
})
