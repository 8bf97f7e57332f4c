// Made by vitest-hardware 0.1.0 from f197d5ff25359de8; do not edit, "vitest-hardware generate" writes it anew.
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
import { nomicBert } from './nomic_bert.skillset.ts'

describe('fill-mask', () => {
  const test = modelTest({ model: 'nomic_bert' })

  loadsAs(test, { architecture: 'NomicBertForMaskedLM', parameters: 30_320 })
  answers(test, { logits: ['batch_size', 'sequence_length', 128] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, nomicBert.fillMask)
  isMadeOf(test, {
    Add: 14,
    Cast: 1,
    Concat: 6,
    Gather: 5,
    Identity: 1,
    LayerNormalization: 6,
    MatMul: 20,
    Mul: 16,
    Neg: 4,
    Range: 1,
    Reshape: 8,
    Shape: 1,
    Sigmoid: 3,
    Softmax: 2,
    Split: 4,
    Sub: 1,
    Transpose: 11,
    Unsqueeze: 4,
  })
  survivesSaving(test)
  answersInHalfPrecision(test, { tolerance: 0.05 })
  refusesWrongInputs(test)
  loadsFromPretrained(test)
})

describe('feature-extraction', () => {
  const test = modelTest({ model: 'nomic_bert', task: 'feature-extraction' })

  loadsAs(test, { architecture: 'NomicBertModel', parameters: 30_128 })
  answers(test, { last_hidden_state: ['batch_size', 'sequence_length', 32], pooler_output: ['batch_size', 32] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, nomicBert.featureExtraction)
})

describe('text-classification', () => {
  const test = modelTest({ model: 'nomic_bert', task: 'text-classification' })

  loadsAs(test, { architecture: 'NomicBertForSequenceClassification', parameters: 30_227 })
  answers(test, { logits: ['batch_size', 3] })
  shows(test, 'alone')
  answersBySkill(test, nomicBert.textClassification)
})

describe('token-classification', () => {
  const test = modelTest({ model: 'nomic_bert', task: 'token-classification' })

  loadsAs(test, { architecture: 'NomicBertForTokenClassification', parameters: 29_171 })
  answers(test, { logits: ['batch_size', 'sequence_length', 3] })
  shows(test, 'alone', 'masked', 'bidirectional')
  answersBySkill(test, nomicBert.tokenClassification)
})
