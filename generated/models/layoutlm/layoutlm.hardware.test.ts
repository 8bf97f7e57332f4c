// Made by vitest-hardware 0.1.0 from 9ec24a57c684e4fa; do not edit, "vitest-hardware generate" writes it anew.
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
import { layoutlm } from './layoutlm.skillset.ts'

describe('fill-mask', () => {
  const test = modelTest({ model: 'layoutlm' })

  loadsAs(test, { architecture: 'LayoutLMForMaskedLM', parameters: 170_037 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, layoutlm.fillMask)
  isMadeOf(test, {
    Add: 32,
    Cast: 1,
    Div: 3,
    Erf: 3,
    Gather: 10,
    Identity: 1,
    LayerNormalization: 6,
    MatMul: 18,
    Mul: 9,
    Range: 1,
    Reshape: 8,
    Shape: 1,
    Slice: 4,
    Softmax: 2,
    Squeeze: 4,
    Sub: 3,
    Transpose: 11,
    Unsqueeze: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'layoutlm', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'LayoutLMModel', parameters: 169_845 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, layoutlm.featureExtraction)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'layoutlm', task: 'pretraining' })

  loadsAs(test, { architecture: 'LayoutLMForMaskedLM', parameters: 170_037 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, layoutlm.pretraining)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'layoutlm', task: 'text-classification' })

  loadsAs(test, { architecture: 'LayoutLMForSequenceClassification', parameters: 169_944 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, layoutlm.textClassification)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'layoutlm', task: 'token-classification' })

  loadsAs(test, { architecture: 'LayoutLMForTokenClassification', parameters: 168_888 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, layoutlm.tokenClassification)
})
