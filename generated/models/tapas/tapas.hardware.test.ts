// Made by vitest-hardware 0.1.0 from c034decd944e3655; do not edit, "vitest-hardware generate" writes it anew.
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
import { tapas } from './tapas.skillset.ts'

describe('fill-mask', () => {
  const test = modelTest({ model: 'tapas' })

  loadsAs(test, { architecture: 'TapasForMaskedLM', parameters: 41_432 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, tapas.fillMask)
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
    Slice: 7,
    Softmax: 2,
    Squeeze: 7,
    Sub: 1,
    Transpose: 11,
    Unsqueeze: 2,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'tapas', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'TapasModel', parameters: 41_240 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, tapas.featureExtraction)
})

describe('pretraining', () => {
  const test = modelTest({ model: 'tapas', task: 'pretraining' })

  loadsAs(test, { architecture: 'TapasForMaskedLM', parameters: 41_432 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, tapas.pretraining)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'tapas', task: 'text-classification' })

  loadsAs(test, { architecture: 'TapasForSequenceClassification', parameters: 41_339 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, tapas.textClassification)
})
